/**
 * Of the 10,000 commonest passwords in Pwned Passwords (the list that Django ships, by Royce Williams), those that are long
 * enough, and that neither the dictionary of zxcvbn nor a pattern covers; lower case, the commonest first.
 */
export const leakedPasswords = `
homelesspa target123 1g2w3e4r zag12wsx gwerty123 passer2009 fqrg7cs493 linkedin j38ifubn 0987654321 fuk19600 29rsavoy
cjmasterinf yuantuo2012 million2 diosesfiel dpbk1234 pe#5gz29ptzmse a838hfid 111222tianya myspace123 qqww1122 startfinding
n0=acc3ss spongebob1 yagjecc826 iw14fi9j 3odi15ngxb 421uiopy258 1v7upjw3nt uqa9ebw445 sz9kqcctwy d2xyw89sxj justinbieb
1234512345 3d8cubaj2e password. p3rat54797 babygurl1 evildick career121 ig4abox4 qw123321 southside1 getmoney1 princess12
w5txn36alfw babygirl12 twilight1 abcdefg123 2012comeer inuyasha1 n8zgt5p0shw= sample123 icecream1 vrbgqns997 superstar1
christina1 qti7zxh18u poiuytrewq megaparol12345 johncena1 september1 myspace! asdfjkl: iloveyou. g9l2d1fzpy hotmail1
diwtgm8492 comeon11 myspace12 asdfghjkl: yahoo.com jacket025 nonmember maryjane1 sexybitch1 telechargement 123456123456
cutiepie1 sexygirl1 youbye123 teddybear1 golfcourse x4ivyga51f skittles1 christine1 qwe12345 9-11-1961 iloveyou3 barcelona1
6hbf28w791 myspace. tnk0mk16vx h1xp2z2duk ilovehim1 yfdbufnjh10305070 lilwayne1 thebest1 dearbook aobo2010 ka_djkhjsy6
remember1 fuku00198 evony192 aaliyah1 12qw23we veronica1 passer2011 myspace3 wangyut2 blahblah1 loverboy1 1myspace 1princess
iloveyou7 sweetpea1 buttercup1 babydoll1 lilmama1 lovebug1 ohmnamah23 sexymama1 y6p67ftrqj dickhead1 drpepper1 christmas1
akopa123 ocpoook325 yahoo123 swordfish1 catherine1 aaron431 1zn6fpn01x scoobydoo1 butterfly2 micheal1 1fr2rfq7xl g13916055158
thuglife1 youngmoney alladin79 serenity1 katherine1 bettyboop1 1q2w3e4r5t6y7u8i9o0p myspace.co bubblegum1 fucklove1 5xfgs3ii9d
myspace7 hotstuff1 cashmoney1 longhorns1 loveme123 lkjhgfdsa september2 cheater1 qwertyqwerty skate4life butthead1 1babygirl
fashion1 linkedin1 colombia1 wildcats1 lovelove1 nichole1 princess10 simpsons1 babygirl13 cutie123 nks230kjs82 alejandra1
classof09 boricua1 d71lwz9zjs baseball5 eastside1 hottie101 football11 truelove1 puppies1 "zxcvbnm,./" babycakes1 hannah123
anderson1 drowssap1 123456789123456789 iloveyou13 angelica1 purple123 sunshine2 breanna1 fuckyou3 lasvegas1 iloveyou14
angelina1 myspace11 disturbed1 football9 blink123 asdf3423 spiderman2 fuckyou. mitchell1 5532361cnjqrf secret666 qdujvyg5sxa
carebear1 cheese123 iloveyou4 football3 sexyboy1 eh1k9oh335 qwertyuiop[] jellybean1 princess13 iamthebest princess11 america10
kissmyass1 flower123 uvgx8f8232 sentnece mexico13 virginia1 pk3x7w9w franklin1 jeremiah1 jessica123 goldfish1 iloveyou5
ji394su3 baseball13 jesucristo babygirl10 univers2l hottie12 kingkong1 ssyu1314 babyblue1 billabong1 princess3 love123456
princess7 hottie123 rebelde1 newcastle1 colorado1 babyboo1 southpark1 myspace13 littleman1 ilovemymom ihateyou2 friends2
princess01 3rjs1la2qe dallas214 classof08 d9zufqd92n kikeunyw sexylady1 batista1 football21 6v21wbgad dirtbike1 myspace5
qwertyuio1 cassandra1 morning21 dominique1 swimming1 louloute 168asd168 123admin321 sweetness1 babygirl3 football22 hotgirl1
akax89wn lovingyou scotland1 cellphone1 lovehurts1 sunshine12 zxcvbnm: chocolate2 3rjs5la8qe princess! iloveu123 motorola1
krystal1 pothead1 qarglr123 elizabeth2 1234567890- jjcg16dj5k desiree1 tacobell1 megaparol layouts1 bkl29m2bk fuckthis1
diamonds1 facebook1 babylove1 xiang123456 1q2w3e4r5t6y7u school123 spongebob2 myspace01 brittney1 password14 microsoft1
nyq28giz1z fuckoff! hernandez1 lovelife1 summer123 linkedin123 lollypop1 jessica12 0r968ji9ufj6 anthony123 fu7u4a#$$$
mexico123 bitch101 babygirl11 walmart1 92k2cizcdp paradise1 snowflake1 love4life pakistan123 badgirl1 jundian2011xr
yfdbufnjh63 martinez1 happiness1 18atcskd2w home1234 myspace4 familyguy1 angel101 beyonce1 business1 stoner420 viphv5j736
godisgood1 whatthezor baseball8 000webhost iw14fi9jxl nickjonas1 ms0083jxj wolverine1 1truelove qwe1122334 kathleen1 chandler1
dt123456 cm6e7aumn9 mackenzie1 8ix6s1fceh cherry123 tigger123 ilovegod1 aaa123123 iloveher1 billybob1 butterfly7 emmanuel1
cooldude1 blueberry1 football23 rebound1 blasted1 chargers21 omarion1 pok29q6666 marijuana1 as790433 iloveyou8 mother123
windows7 michelle12 estrella1 mylove123 valentine1 ilovemom1 johndeere1 backspace1 yellow123 taishan2011 godzilla1 jeffhardy1
moneyman1 ty2t1hv3oc babyphat1 fuckyou13 snowboard1 katelyn1 mountain1 fuckyou666 dragonfly1 family123 jakcgt333 "zxcvbnm,"
football13 baseball4 december12 myspace08 playboy69 godfather1 ttd955audg babatunde houston713 sandiego1 michelle2 iloveyou10
princess5 scorpion1 cardinals1 babygirl01 bitchass1 baseball22 paramore1 santiago1 orange123 pussycat1 taylor123 lawrence1
francisco1 sexybeast1 chelsea123 nathaniel1 woaini1314 babyface1 1football tarheels1 faithful1 softball12 hotmama1 babygirl14
anything1 sunshine7 mexico12 mariposa1 iamnumber1 kawasaki1 j123456789 fuckyou22 grandpa1 myspace10 soccer101 coconut1
iloveme123 kittykat1 starcraft1 kentucky1 angelbaby1 loveyou123 cristina1 lovergirl1 home0401 whatsup1 brayden1 pavilion1
warriors1 oluwaseun rodriguez1 halloween1 children3 jonas123 ilovechris giggles1 football8 football4 brandon12 souljaboy1
su123456 diosesamor skater123 stargate1 babygirl7 cepetsugih demon1q2w3e chivas10 buckeyes1 rocknroll1 smackdown1 dietcoke1
iloveyou69 393041123 password15 yomomma1 nicole13 blackjack1 friends123 brandon123 salvador1 iloveme! chivas11 fuckface1
myspace9 hollister2 lolipop1 demon1q2w3e4r iloveyou23 princess21 lovesucks1 cutie101 princess14 00112233 gabrielle1 dominican1
olayinka pothead420 password09 november11 starbucks1 uhfybn8888 raiderz1 mexico10 alexander2 lowrider1 shitface1 passport1
iloveyou21 jordan13 cowgirl1 myspace23 estrellita myspace101 love2009 babyboy2 demon1q2w3e4r5t hercules1 computer2 spitfire1
rootbeer1 capricorn1 baseball23 surside13 projectsadminx huhbbhzu78 ichliebedich megasecret pimpdaddy1 peterpan1 prettyboy1
addison1 joejonas1 dancing1 corazon1 youtube1 bubbles123 1sunshine whatever! teamo123 punkrock1 myspace22 sexylove1 sunshine3
nigga123 butterfly3 zacefron1 bighead1 stunt101 87654321q senior09 ohiostate1 koolaid1 networking pazzword123 choupette
kifj9n7bfu sagitario princess22 moonlight1 margarita1 montgom2409 myspace09 tabitha1 skater12 michael23 princesa1 bobmarley1
forzamilan respect1 america123 shakira1 isabelle1 princess4 iloveyou9 imnumber1 fuckyou5 babygirl15 triskelion ilove123
john!20130605at1753 madeline1 babygirl5 iamcool1 linkedin2011 liverpool8 1q2w3e4r5t6y7u8i charlie12 clifford1 bigmoney1
revenge1 w66yrybgra fullaccess lovesucks portugal1 mrf11277215 freckles1 gabriela1 chivas123 123456789h october10 babygirl09
harrypotte mileycyrus ihatethisgame iloveu12 butthole1 bubbles12 briciola superman7 senior08 honduras1 babygurl12 u1v7hhh7ef
oklahoma1 yankees13 handsome1 coolkid1 steelers7 yahoomail lightning1 princess23 bigpimpin1 superman3 cleveland1 jermaine1
indya123 classof07 ashley13 sterling1 mickey123 pornstar1 wonderful1 blueeyes1 slipknot6 mississipp darkangel1 monkey101
history278 armando1 crip4life owt243ygbj sexyman1 ilovehim2 4myspace shorty12 baseball24 love2008 baseball6 qwerqwer2
firebird1 x3luym2mmj classof201 motocross1 byusdg23 1iloveyou emachines1 ilikepie1 playboy123 applepie1 freeze112 shorty13
lorraine1 myspace8 baseball14 fuckyou11 cowboys22 s8ylpe9jdpvym bestfriends thegreat123 cheer123 myspace69 coolcat1 mobster1
northside1 principessa lifesucks1 ashleigh1 adekunle godhelpme football24 alexis12 princesita giovanni1 thomas22 candice1
gorgeous1 tweetybird 1357913579 martin123 jasmine12 blossom1 porkchop1 password24 ordinateur password08 mega_pizdetz666
munchkin1 greenday12 lovely123 kittens1 twister1 deftones1 18n28n24a5 godislove1 puppylove1 edward123 samantha12 angelbaby
p@ssword chivas12 shorty123 il0veyou theused1 music4life puppylove c.ronaldo confused1 babygirl21 basketbal1 guadalupe1
zeppelin1 whiteboy1 sexybaby1 l1nk3d1n cadillac1 myspace0 emotional whatever2 bellissima babygirl16 aptx4869 babygirl08
lovely12 chicken12 babygirl23 princess15 nursing1 maradona10 babygirl! donovan1 football20 123456abcd 123stella z0102030405
chevrolet1 matthew12 gabriel123 chivas13 daniel13 soccer08 apsk54321 theboss1 family12 softball11 glitter1 budweiser1
hamilton1 baili123com argentina1 juventus1 mallory1 jaihanuman jocelyn1 qwegta13091990 iloveyou15 gameboy1 scarlett1 compton1
michael11 vacation1 sidekick3 princess8 abcdefgh1 iloveyou09 bugsbunny1 l6ho3tg7wb harley123 valentina1 football09 christian2
bailey123 password19 spanish1 friends4 peanut123 sextrime1 supergirl1 iloveyou6 nathan123 cinnamon1 2blessed 4children
babygirl4 booboo123 soccer24 zacefron baseball15 banana123 malachi1 softball2 caramel1 william123 id6c3wr6un cookiemons
september9 fireball1 1butterfly matthew123 candycane1 keyboard1 babygirl69 soccer07 1anthony michael01 sexyback1 joseph123
princess9 alexis123 feder_1941 barbie123 bluebird1 jessica13 number12 il0vey0u bossman1 fuckyou4 sagitarius believe1
password07 kakashi1 football! forzainter starlight1 blessing1 password20 trenton1 rainbow123 twinkle1 porcodio magandaako
starfish1 fxzz75yer chronic420 softball13 myspace07 theonly1 beautiful2 doomsayer.2.7mords.v asshole12 shamrock1 chivas100
cookies123 carmelo15 ad123456 jennifer12 naruto11 h2vwdubjx4 seniseviyorum dr.pepper christelle forever2 eqes606898
onedirection softball7 purple22 softball10 america12 scvmofas79 hotpink1 ilovejusti lipgloss1 princess16 google.com sunshine!
twilight12 eminem123 e3r4t5y6 lipgloss babygirl22 bushido1 123soleil hurricane1 cristian1 mariajose maryjane42 dontforget
nicole21 r9lw4j8khx fucku123 mygirls2 panasonic1 monster12 sophie123 football14 littlebit1 friends! w5tn36alfw septiembre
gymnastics badbitch1 makaveli1 password17 princess08 snoopy123 tweety12 pokemon11 luckydog1 patriots12 samuel01 iloveyou08
darkstar1 bryant24 sweety12 banana11 derp12!@ pinkfloyd1 milkshake1 johnlock nicole22 fuckme123 stonecold1 cucciola ilovehim!
nickjonas skywalker1 butterfly8 slipknot66 couponsc10 august13 yellow11 pretty12 dynasty1 rockstar12 qwertzuiop softball3
juanita1 lexor123 1superman princess09 classof200 jobshop2002 987654321q password77 09876543 august23 babygirl9 converse1
friends12 mikejones1 alexis09 blogs123 number11 familia1 baller12 1hotmama hottie13 9uzp9jek3f senior07 darlene1 d123456789
sexygurl1 promise1 naruto13 superman23 password16 1q2w3e4r5t6y7u8i9o godlovesme grenouille password33 robinson1 desmond1
`
  .trim()
  .split(/\s+/);
