import { createCategoryInput } from '@lantern/api/admin/categories/schema';
import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { language } from '@lantern/ui/language';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { languageName } from '../fields/translated-texts.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { type Category, parentSlugOf, placesIn } from './tree.ts';
import { useCategoryRefresh } from './use-category-refresh.ts';

/** A category to edit, or where to add a new one. */
export type Editing = { category: Category } | { category?: undefined; parentSlug?: string };

interface CategoryDialogProps {
  tree: Category[];
  editing: Editing;
  onClose: () => void;
}

const TOP = { value: '', label: 'None (top level)' };

/** An empty value means the top level. */
const schema = createCategoryInput
  .pick({ name: true, texts: true })
  .extend({ parentSlug: z.string().transform((slug) => slug || null) });

/** Creates a category, or renames or moves one. */
export function CategoryDialog({ tree, editing, onClose }: CategoryDialogProps) {
  const { category } = editing;
  const trpc = useTRPC();
  const parent = category ? parentSlugOf(tree, category) : editing.parentSlug;
  const [, ...translations] = language().all;
  const { field, refuse, problem, handleSubmit } = useSchemaForm(schema, {
    name: category?.name ?? '',
    parentSlug: parent ?? '',
    texts: Object.fromEntries(translations.map((code) => [code, { name: category?.texts[code]?.name ?? '' }])),
  });
  const refresh = useCategoryRefresh();
  const saved = useSavedToast();
  const done = {
    async onSuccess(answer: { name: string }) {
      onClose();
      const name = isolated(answer.name);
      saved(category ? `${name} saved` : `${name} created`, 'category', answer);
      await refresh();
    },
    onError: refuse,
  };
  const create = useMutation(trpc.admin.categories.create.mutationOptions(done));
  const update = useMutation(trpc.admin.categories.update.mutationOptions(done));
  const save = handleSubmit((values) => {
    if (category) update.mutate({ id: category.id, ...values });
    else create.mutate(values);
  });
  const places = placesIn(tree, category?.id).map(({ slug, label }) => ({ value: slug, label }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={category ? `Edit ${isolated(category.name)}` : 'New category'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={save} loading={create.isPending || update.isPending}>
            {category ? 'Save' : 'Create'}
          </Button>
        </>
      }
    >
      <Form label="Category" onSubmit={save}>
        <FormError>{problem}</FormError>
        <TextField label="Name" autoComplete="off" {...field('name')} />
        {translations.map((code) => (
          <TextField
            key={code}
            label={`Name in ${languageName(code)}`}
            optional
            lang={code}
            autoComplete="off"
            {...field(`texts.${code}.name`)}
          />
        ))}
        <SelectField label="Parent category" options={[TOP, ...places]} {...field('parentSlug')} />
      </Form>
    </Dialog>
  );
}
