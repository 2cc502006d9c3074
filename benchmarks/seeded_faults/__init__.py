"""How much of what is wrong the review finds: faults planted at random places in the published document and fixtures.

    python -m benchmarks.seeded_faults [HOW_MANY]

Every kind of fault is planted HOW_MANY times in every document that has a place for it, one at a time; all documents
are then reviewed together, as a run over a folder does it. A fault is found if the project where it was planted has a
finding with one of the fault's codes that it did not have in these words before. A false alarm is any other finding,
in whatever document, at a place where there was none, unless the fault brings it about by its nature: those codes
stand with the fault, the reasons in `company`. The same seed gives the same figures. Reading takes half a second, a
review of all documents about one: each time costs some 70 seconds of one core, the default of 3 less than four minutes.

    documents   what is spoiled: the published document, the fixtures, and each of them a year earlier
    printed     what rows and forms print: numbers, signs, units, sums, dates
    places      where a fault is planted
    values, blanks, costs, rows, texts, periods, results, across, wording, projects
                the kinds of fault, by what they spoil
    company     what faults bring about by their nature
    catalogue   all kinds
    counting    found or missed, and false alarms

Places are chosen by what is printed, as the grammar of values reads it, never by what the review finds.
"""
