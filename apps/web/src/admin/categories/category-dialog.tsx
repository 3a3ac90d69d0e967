import { createCategoryInput } from '@lantern/api/admin/categories/schema';
import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { language } from '@lantern/ui/language';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { msg, t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { languageName } from '../fields/translated-texts.ts';
import { labelled } from '../shared/labelled.ts';
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

const TOP = { value: '', label: msg`None (top level)` };

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
  const { field, refuse, problem, handleSubmit, formState } = useSchemaForm(schema, {
    name: category?.name ?? '',
    parentSlug: parent ?? '',
    texts: Object.fromEntries(translations.map((code) => [code, { name: category?.texts[code]?.name ?? '' }])),
  });
  const { dirtyFields } = formState;
  const refresh = useCategoryRefresh();
  const saved = useSavedToast();
  const done = {
    async onSuccess(answer: { name: string }) {
      onClose();
      const name = isolated(answer.name);
      saved(category ? t`${name} saved` : t`${name} created`, 'category', answer);
      await refresh();
    },
    onError: refuse,
  };
  const create = useMutation(trpc.admin.categories.create.mutationOptions(done));
  const update = useMutation(trpc.admin.categories.update.mutationOptions(done));
  const save = handleSubmit((values) => {
    if (!category) return create.mutate(values);
    // Only what was changed here: someone else may have changed the rest since.
    update.mutate({
      id: category.id,
      ...(dirtyFields.name && { name: values.name }),
      ...(dirtyFields.texts && { texts: values.texts }),
      ...(dirtyFields.parentSlug && { parentSlug: values.parentSlug }),
    });
  });
  const places = placesIn(tree, category?.id).map(({ slug, label }) => ({ value: slug, label }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={category ? t`Edit ${{ name: isolated(category.name) }}` : t`New category`}
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onClick={save} loading={create.isPending || update.isPending}>
            {category ? t`Save` : t`Create`}
          </Button>
        </>
      }
    >
      <Form label={t`Category`} onSubmit={save}>
        <FormError>{problem}</FormError>
        <TextField label={t`Name`} autoComplete="off" {...field('name')} />
        {translations.map((code) => (
          <TextField
            key={code}
            label={t`Name in ${{ language: languageName(code) }}`}
            optional
            lang={code}
            autoComplete="off"
            {...field(`texts.${code}.name`)}
          />
        ))}
        <SelectField label={t`Parent category`} options={[...labelled([TOP]), ...places]} {...field('parentSlug')} />
      </Form>
    </Dialog>
  );
}
