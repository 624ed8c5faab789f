import { phrases } from '../../../main/detect/lexicon/data/words';

/** Places that the gazetteer lacks or spells otherwise: capitals renamed, regions, districts, other romanisations. */
export const EXTRA_PLACES: readonly string[] = phrases(`
  Astana, Nursultan, Akmola, Tselinograd, Alma-Ata, Almaty, Karaganda, Karagandy, Qaraghandy, Kostanay, Qostanay, Kustanai, Aktobe,
  Aqtobe, Aktau, Aqtau, Atyrau, Oral, Uralsk, Petropavlovsk, Petropavl, Semipalatinsk, Semey, Oskemen, Ust-Kamenogorsk, Taldykorgan,
  Taldyqorghan, Kokshetau, Kokchetav, Kyzylorda, Qyzylorda, Taraz, Zhambyl, Jambul, Shymkent, Chimkent, Turkistan, Turkestan,
  Zhanaozen, Ekibastuz, Temirtau, Rudny, Zhezkazgan, Jezkazgan, Satpayev, Balkhash, Stepnogorsk, Saryagash, Kentau, Arys, Lenger,
  Zharkent, Panfilov, Khorgos, Korgas, Horgos, Narynkol, Kegen, Shonzhy, Chundzha, Esik, Issyk, Talgar, Kaskelen, Kapchagay,
  Konayev, Qonayev, Shelek, Chilik, Sarkand, Ushtobe, Usharal, Ayagoz, Zaysan, Ridder, Kurchatov, Baikonur, Baykonur, Aralsk, Aral,
  Beyneu, Shetpe, Mangystau, Mangghystau, Pavlodar, Zhetysu, Zhetisu, Semirechye, Abay Region, Ulytau, Akmola Region,
  Bishkek, Frunze, Osh, Jalal-Abad, Jalalabad, Karakol, Naryn, Talas, Batken, Tokmok, Kara-Balta, Uzgen, Cholpon-Ata, Balykchy,
  Issyk-Kul, Ysyk-Kol, Chuy, Tashkent, Toshkent, Samarkand, Samarqand, Bukhara, Buxoro, Andijan, Andizhan, Namangan, Fergana,
  Ferghana, Farghona, Kokand, Qoqand, Khiva, Urgench, Nukus, Termez, Termiz, Karshi, Qarshi, Navoi, Navoiy, Jizzakh, Guliston,
  Gulistan, Margilan, Karakalpakstan, Dushanbe, Khujand, Kulob, Khorog, Bokhtar, Gorno-Badakhshan, Badakhshan, Ashgabat, Ashkhabad,
  Turkmenabat, Dashoguz, Balkanabat, Xinjiang, Sinkiang, East Turkestan, Urumqi, Urumchi, Wulumuqi, Kashgar, Kashi, Hotan, Khotan,
  Hetian, Yarkand, Yarkent, Shache, Ghulja, Gulja, Kulja, Yining, Aksu, Akesu, Aqsu, Turpan, Turfan, Tulufan, Kumul, Hami, Korla,
  Kuerle, Karamay, Kelamayi, Altay, Altai, Tacheng, Tarbagatay, Chugachak, Artush, Atush, Kucha, Kuqa, Kuche, Bay County, Maralbeshi,
  Bachu, Karakash, Qaraqash, Moyu, Lop, Luopu, Keriya, Yutian, Niya, Guma, Pishan, Poskam, Zepu, Kargilik, Yecheng, Yengisar,
  Peyzawat, Jiashi, Shufu, Shule, Shihezi, Changji, Bortala, Bole, Ili, Yili, Tekes, Nilka, Nilqa, Mongolkure, Zhaosu, Kunes,
  Xinyuan, Tokkuztara, Gongliu, Qapqal, Chapchal, Toksun, Pichan, Shanshan, Dabancheng, Kizilsu, Bayingol, Bayingolin, Altyshahr,
  Tarim, Tian Shan, Tien Shan, Tengri Tagh, Taklamakan, Dzungaria, Jungar, Inner Mongolia, Tibet, Gansu, Qinghai, Ningxia,
  Beijing, Peking, Shanghai, Guangzhou, Guangdong, Shenzhen, Hong Kong, Macau, Lanzhou, Xian, Chengdu, Chongqing, Wuhan, Hunan,
  Hubei, Sichuan, Yunnan, Hebei, Henan, Shandong, Shaanxi, Shanxi, Zhejiang, Jiangsu, Fujian, Tiananmen,
  Moscow, Saint Petersburg, St Petersburg, Leningrad, Novosibirsk, Omsk, Tomsk, Orenburg, Chelyabinsk, Yekaterinburg, Kazan, Ufa,
  Tatarstan, Bashkortostan, Dagestan, Chechnya, Ingushetia, Grozny, Makhachkala, Siberia, Crimea, Donbas, Donetsk, Luhansk, Kyiv,
  Kiev, Kharkiv, Lviv, Odesa, Minsk, Kazakhstan, Kyrgyzstan, Kirghizia, Uzbekistan, Tajikistan, Turkmenistan, Mongolia, China,
  Russia, Ukraine, Belarus, Afghanistan, Pakistan, Iran, Turkey, Turkiye, Azerbaijan, Georgia, Armenia, Abkhazia, Central Asia,
  Europe, Asia, Africa, America, Caucasus, Middle East, Istanbul, Ankara, Baku, Tbilisi, Yerevan, Kabul, Islamabad, Ulaanbaatar,
  Ulan Bator, Prague, Brno, Bratislava, Warsaw, Krakow, Cracow, Gdansk, Wroclaw, Budapest, Vienna, Graz, Berlin, Munich, Leipzig,
  Zagreb, Ljubljana, Vilnius, Riga, Tallinn, Bucharest, Sofia, Belgrade, Geneva, Brussels, Strasbourg, The Hague, New York, Caspian
`);
