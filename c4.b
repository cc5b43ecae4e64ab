
#dur
[1] 'Gao was in the hands of the rebels for ten months in 2012.' (2019-01-01) EXP: bg 2012
     -> holds Gao A=the rebels/AZAWAD L=None | whole state asserted 2018-03-01..2018-03-31 stated 'for ten months'
[2] 'Fallujah was under ISIS control for two years.' (2018-01-01) EXP: bg none
     -> holds Fallujah A=ISIS/ISIS L=None | whole state asserted 2016-01-01..2016-12-31 stated 'for two years'
[3] 'For a week, Kunduz was held by the Taliban.' (2018-01-01) EXP: bg none
     -> holds Kunduz A=the Taliban/TALIBAN L=None | whole state asserted 2017-12-25..2017-12-25 stated 'For a week'
[4] 'Kunduz is still in Taliban hands, and for two weeks now nobody has come.' (2015-10-15) EXP: state pub
     -> holds Kunduz A=Taliban/TALIBAN L=None | whole state asserted 2015-10-01..2015-10-01 stated 'for two weeks'
[5] 'Goma has for two months been in rebel hands.' (2012-12-01) EXP: 2012-10
     -> holds Goma A=rebel/None L=None | whole state asserted 2012-10-01..2012-10-31 stated 'for two months'
[6] 'Goma, held by M23 for two months, was shelled on Friday.' (2012-12-01) EXP: 2012-10
     -> holds Goma A=M23/M23 L=None | whole state asserted 2012-10-01..2012-10-31 stated 'for two months'
[7] 'The town of Goma was still in rebel hands for the second week on Friday.' (2012-12-01) EXP: ?
     -> holds Goma A=rebel/None L=None | whole state asserted 2012-11-24..2012-11-24 stated 'week'
[8] 'Sloviansk was in separatist hands for three months before the army retook it in July 2014.' (2015-12-01) EXP: bg none; gained 2014-07
     -> holds Sloviansk A=separatist/DPR L=None | whole background asserted 2015-09-01..2015-09-30 stated 'for three months'
     -> gained Sloviansk A=army/UKRAINE L=None | whole event asserted 2014-07-01..2014-07-31 stated 'July 2014'
[9] 'For two years the siege went on, and Palmyra was in ISIS hands.' (2018-12-01) EXP: state
     -> holds Palmyra A=ISIS/ISIS L=None | whole state asserted 2016-01-01..2016-12-31 stated 'For two years'
[10] 'Officials said Goma was in rebel hands for a second day on Friday.' (2012-12-01) EXP: ?
     -> gained Goma A=rebel/None L=None | whole event attributed sp=Officials/DRC_GOV | 2012-11-30..2012-11-30 stated 'Friday'
[11] 'Officials said Raqqa had been in ISIS hands for three years.' (2016-12-01) EXP: 2013
     -> holds Raqqa A=ISIS/ISIS L=None | whole state attributed sp=Officials/SYRIA_GOV | 2013-01-01..2013-12-31 stated 'for three years'
[12] 'On Monday the rebels said Goma was under their control for the first time.' (2012-12-01) EXP: ?
     -> gained Goma A=the rebels/M23 L=None | whole event attributed sp=Monday the rebels/M23 | 2012-11-26..2012-11-26 stated 'Monday'
