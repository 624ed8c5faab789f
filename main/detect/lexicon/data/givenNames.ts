import { words } from './words';

/**
 * Given names in use among Kazakhs, Kyrgyz, Uzbeks, Tatars and Uyghurs, Russians and Ukrainians, and in Central
 * Europe, in one usual romanisation each; other spellings are found through `romanKey`. English ones come
 * from compromise. Names that are everyday English words are left out.
 */
export const GIVEN_NAMES: readonly string[] = words(`
  Abai Abay Abdulla Abdullah Abdurahman Abdureshit Abduweli Abylai Adil Adilbek Adilet Adlet Aibek Aida Aidana Aidar Aidos Aigerim
  Aigul Aiman Aimurat Ainur Aisha Aisulu Aitbek Aizhan Ajar Akbar Akbota Akerke Akmaral Akylbek Alia Aliya Alim Alimjan Alisher Aliya
  Almagul Almas Almat Almaz Almira Altyn Altynai Altynbek Amangeldy Amina Aminem Anar Anara Anuar Anvar Anwar Arailym Ardak Arman
  Arsen Arslan Arstan Arzugul Arzu Asel Asem Asemgul Aset Asiya Askar Askhat Aslan Assel Assem Asylbek Ayan Aybek Aygerim Aygul
  Aynur Ayna Aysulu Ayzhan Azamat Azat Aziz Aziza Azhar Bagdat Bagila Bagzhan Bahargul Bahtiyar Bakhtiyar Bakhyt Bakyt Bakytgul
  Bakytzhan Balnur Balzhan Batyr Batyrkhan Baurzhan Bauyrzhan Begaly Beibit Beket Bekzat Bekzhan Berik Bolat Botagoz Bulat Chingiz
  Dana Daniyar Dariga Darkhan Dastan Dauletbek Daulet Dauren Davlat Dias Dilbar Dildar Dilmurat Dilnara Dilnaz Dilnur Dilnoza
  Dilraba Dilshat Dilyara Dina Dinara Duman Dulat Eldar Elmira Elnara Elnur Elzat Emin Enver Erbol Erik Erkin Erlan Ermek Ernar
  Ersin Erzhan Esbol Eset Fariza Farida Farhat Farkhad Fatima Gabit Galiya Galym Galymzhan Gani Gaukhar Gauhar Ghalip Guli Guljan
  Gulmira Gulnar Gulnara Gulnaz Gulnur Gulsara Gulsum Gulzada Gulzar Gulzhan Gulbahar Gulbahram Guzel Gulchehra Halida Halil Halmurat Hamit
  Hasan Hasiyet Helchem Hurshida Husan Ibragim Ibrahim Idris Ilham Ilyas Iliyas Imin Indira Inkar Irina Iskander Ismail Ismayil
  Israil Jamilya Jamila Janat Janyl Jannat Jasur Jibek Kabira Kadir Kairat Kairgali Kakhar Kaisar Kalbinur Kamal Kamar Kamila
  Kamilya Kamshat Kanat Karim Karima Karlygash Kasym Kasymzhomart Kemal Kenesary Kenzhegul Khadisha Khalida Kuanysh Kuralay Kuanyshbek
  Kulyash Kunsulu Kymbat Laura Lazzat Leila Leyla Laila Lola Lutpulla Lyazzat Madina Madi Maira Mairam Makpal Maksat Malika Mamat
  Mansur Marat Margulan Marhaba Mariyam Marlen Maryam Marzhan Meirambek Mehmet Mehmut Mehriban Meiram Memet Memtimin Meruert
  Meryem Mihray Mihrigul Mirza Moldir Muhammad Muhtar Mukhtar Muhlis Murat Murod Musa Mustafa Muyesser Nadira Nargis Nargiza Nargul
  Nariman Nartay Nazgul Nazerke Nazira Nazym Nigora Nigara Nilufar Nodira Nurali Nurbek Nurbol Nurdaulet Nurgali Nurgul Nuriman Nurislam
  Nurlan Nurlybek Nursultan Nurtai Nurzhan Nurniyaz Nurmemet Olzhas Omar Omir Omer Oralbek Oraz Orazbek Oralkhan Orynbasar Osman
  Parida Patigul Patime Perhat Perizat Qahar Qairat Qalbinur Qurban Rabiga Rahima Rahile Raikhan Rakhat Ramazan Ramil Rashid Ravshan
  Raushan Rinat Reyhan Rizwangul Roza Rozi Rushan Ruslan Rustam Rustem Sabina Sabira Sabit Sabyr Sadyk Sagynysh Said Saida Sairagul Saken Salamat
  Saltanat Samal Samat Samira Sania Saniya Sanzhar Saparbek Sardor Sarsen Satybaldy Saule Sayragul Sayfiddin Serik Serikbol
  Serikzhan Shadiya Shahnoza Shamil Shamsiya Shavkat Sherali Shirin Shohret Sholpan Shynar Shyngys Sultan Suleiman Symbat Tahir
  Talgat Tamara Tamerlan Tanzilya Tatyana Temir Temirlan Timur Togzhan Tokhtar Toktar Tolegen Tolkyn Turar Turdi Turgan Turgun Tursun
  Tursunay Tursungul Tursynbek Ulan Ulbolsyn Ulugbek Umid Umida Umit Uljan Ulzhan Urinbasar Vahit Yakup Yasin Yerbol Yerkin Yerlan
  Yermek Yernar Yerzhan Yusuf Yusup Zamira Zarina Zaripa Zauresh Zeinep Zeynep Zhamal Zhanar Zhanara Zhanat Zhandos Zhangir
  Zhanibek Zhanna Zhannur Zharkyn Zhaksylyk Zhassulan Zhasulan Zhazira Zhibek Zhomart Zhuldyz Zhumabek Zhumagul Zhumakhan Zhanargul
  Zhumabay Zinat Ziya Zulfiya Zukhra Zulpiya Zumrat Zunun Adalat Ablikim Ablajan Abliz Arkin Bextiyar Ekber Elijan Enwer Erkinjan
  Gulmire Gulshen Ghopur Hebibe Hesen Jalalidin Kerim Kurbanjan Mahire Mukerrem Nebijan Nijat Nurnisa Obul Omerjan Pezilet
  Qeyser Raziye Rehime Sawut Semet Shireli Sidik Tohti Tohtigul Turghun Tursunjan Uchqun Xalmurat Yalqun Zahide Zeytun Zulhayat Zulpikar
  Aleksandr Aleksandra Aleksei Alexei Alexey Alexandr Alena Alina Alla Alyona Anastasia Anastasiya Anatoly Anatoli Andrei Andrey
  Angelina Anton Antonina Arkady Artem Artyom Arseny Bogdan Boris Daria Darya Denis Dmitry Dmitri Egor Ekaterina Elena Elizaveta Evgenia Evgeny
  Evgeniya Fedor Fyodor Galina Gennady Georgy Gleb Grigory Igor Ilya Inna Innokenty Irena Ivan Karina Kirill Konstantin Ksenia
  Kseniya Larisa Lena Leonid Lev Lidia Lidiya Ludmila Lyudmila Lyuba Lyubov Maksim Maxim Margarita Maria Marina Mariya Matvei Mikhail
  Misha Nadezhda Nadia Nadya Natalia Natalya Natasha Nikita Nikolai Nikolay Nina Oksana Oleg Olena Olga Olesya Pavel Petr Polina
  Pyotr Raisa Roman Rostislav Ruslana Sasha Semyon Sergei Sergey Sofia Sofya Stanislav Stepan Svetlana Taisia Taras Tatiana
  Timofei Ulyana Vadim Valentin Valentina Valeria Valery Varvara Vasily Vasiliy Vera Veronika Viktor Viktoria Vitaly Vlad Vladimir Vladislav
  Volodymyr Vsevolod Vyacheslav Yakov Yana Yaroslav Yegor Yekaterina Yelena Yevgenia Yevgeny Yulia Yuliya Yuri Yury Zinaida Zoya
  Dasha Masha Sasha Katya Tanya Olya Lena Sveta Ira Vova Volodya Kolya Petya Vanya Grisha Lyosha Alyosha Zhenya Yura Dima Mitya Slava
  Tolya Vitya Lyuda Galya Valya Vika Nastya Sonya Lida Zina Raya Borya Senya Pasha Seryozha Lyonya Kostya
  Oleksandr Andriy Dmytro Mykola Serhiy Oleksiy Iryna Kateryna Mykhailo Nataliya Bohdan Taisiya Lesya
  Agnieszka Aleksander Andreas Andrej Andrzej Aneta Anja Anneliese Arkadiusz Barbora Bartosz Beata Bela Blanka Bogumil Bohumil Bozena
  Branislav Bronislaw Ctibor Dagmar Danuta Daniela Dario Dorota Dusan Eliska Emil Ewa Ferenc Florian Frantisek Franziska Friedrich Gabor
  Gergely Gerhard Grzegorz Gunther Gyorgy Hana Halina Hedvika Heike Helmut Henryk Horst Ilona Imre Iva Ivana Iveta Ivo Jacek Jakub Jan
  Jana Janos Janusz Jarmila Jaroslav Jaroslaw Jerzy Jirina Jiri Jitka Joanna Johann Jolana Jonas Jozef Jozsef Jurgen Kamil Karel
  Karolina Katalin Katarina Katarzyna Katerina Katja Klaus Krisztina Krzysztof Lajos Laszlo Lenka Leos Libor Lorenz Lubomir
  Lucie Ludvik Lukas Maciej Magdalena Malgorzata Marcin Marek Marketa Marta Martina Mateusz Matej Matthias Michal Milada Milan Milena
  Miklos Miloslav Milos Miroslav Miroslava Monika Nikola Ondrej Otakar Ottokar Petra Pavla Pavol Piotr Radek Radka Radomir Radoslav
  Renata Rudolf Ruzena Sandor Sarka Silvia Simona Slavomir Stefan Szymon Tadeusz Tereza Tibor Tomas Tomasz Vaclav Viera Vojtech Wiktor
  Wojciech Wolfgang Zbigniew Zbynek Zdenek Zdenka Zoltan Zofia Zuzana Dragan Goran Milica Zoran Jelena Bojan Vesna Slobodan Tijana Ljubica
  Mircea Ioana Andreea Bogdana Cosmin Radu Jadwiga Zsofia Zsolt Istvan Attila Bence Eszter Ildiko Judit Reka Anneke Ingrid Astrid Sigrid
`);
