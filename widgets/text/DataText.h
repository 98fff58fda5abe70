// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/FolderFacts.h"
#include "core/data/recipe/DataChanges.h"

#include <QLocale>
#include <QString>

#include <string>
#include <vector>

namespace reweigh {

struct DataPlan;

/// Describes in one line what a data recipe did to a data set: "labels as they are, every image kept but the 180 of 274 that are held out",
/// or "1,203 of 5,595 labels made wrong (uniform 0.4), images left out: 14,405 (exponential imbalance 50)"; of labels from a
/// file how many differ from the true ones. After semicolons follow heldOutText() and fewTestText(), if there are such. Numbers are formatted by `locale`.
QString dataChangesText(const DataChanges& changes, const QLocale& locale = {});

/// The same in English, for the command line.
std::string dataChangesLine(const DataChanges& changes);

/// What a folder of images holds that was not read, or not as it might be expected: "2 image files left out that cannot be read (the
/// first is cat/7.jpg: 0 bytes, expected an image); folders not read: val". Empty if there is nothing to say.
QString folderFactsText(const FolderFacts& facts, const QLocale& locale = {});

/// The same in English, for the command line.
std::string folderFactsLine(const FolderFacts& facts);

/// What figures stand on where that is not a benchmark's own labels: "meta and validation images from the checked ones; test images from a
/// folder of their own", or "meta set: pseudo, chosen by loss, not checked; validation and test images not checked". Empty where there is
/// nothing to say: the labels are known, or an earlier version did not say it.
QString heldOutText(const HeldOutLabels& labels);

/// That meta and validation images take more than half of the smallest class, and which setting mends it: "few images left to train on: meta
/// and validation images take 60 of the 65 of kiwi, the smallest class; lower --val-per-class". Empty where they do not. `classNames`: one
/// per class.
QString fewTrainText(const DataPlan& plan, const std::vector<std::string>& classNames, const QLocale& locale = {});

/// That there are few test images, and how much of an accuracy one of them is: "few test images: 3, of the class with fewest 1; one is 33.3
/// percentage points of accuracy and 100.0 of the recall of that class". Empty where there are 100 or more, 10 or more of each class, or their
/// number is not known. `fewest`: of the class with fewest.
QString fewTestText(int images, int fewest, const QLocale& locale = {});
QString fewTestText(const HeldOutLabels& labels, const QLocale& locale = {});

/// Both: what figures stand on, few test images first.
QString figuresStandOnText(const HeldOutLabels& labels);

/// A sentence for a study or run that was made before the fingerprint covered pixels: its images cannot be checked.
QString uncheckedPixelsText();

} // namespace reweigh
