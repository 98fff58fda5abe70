// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/DataText.h"

#include "core/data/recipe/DataPlan.h"
#include "widgets/text/ErrorText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace reweigh {
namespace {

struct DataWords {
    Q_DECLARE_TR_FUNCTIONS(DataText)
};

} // namespace

QString dataChangesText(const DataChanges& changes, const QLocale& locale)
{
    const auto count = [&](std::size_t value) { return locale.toString(qulonglong(value)); };
    const auto number = [&](double value) { return locale.toString(value, 'g', 6); };
    QStringList parts;
    if (changes.fromFile() && changes.labelColumn.empty())
        parts << DataWords::tr("true labels from a file, %1 of %2 labels differ from them")
                     .arg(count(changes.labelsChanged), count(changes.train));
    else if (changes.fromFile())
        parts << DataWords::tr("labels from a file (column %3), %1 of %2 differ from those that count as true")
                     .arg(count(changes.labelsChanged), count(changes.train), QString::fromStdString(changes.labelColumn));
    else if (changes.labelsChanged == 0)
        parts << DataWords::tr("labels as they are");
    else
        parts << DataWords::tr("%1 of %2 labels made wrong (%3 %4)")
                     .arg(count(changes.labelsChanged), count(changes.train), QString::fromStdString(changes.noise),
                          number(changes.noiseRate));
    if (changes.leftOut() == 0)
        parts << (changes.heldOut == 0 ? DataWords::tr("every image kept")
                                       : DataWords::tr("every image kept but the %1 of %2 that are held out")
                                             .arg(count(changes.heldOut), count(changes.all())));
    if (changes.leftOutByImbalance > 0)
        parts << DataWords::tr("images left out: %1 (%2 imbalance %3)")
                     .arg(count(changes.leftOutByImbalance), QString::fromStdString(changes.imbalance), number(changes.imbalanceFactor));
    if (changes.leftOutByLimit > 0)
        parts << DataWords::tr("images left out: %1 (at most %2 asked for)")
                     .arg(count(changes.leftOutByLimit), count(std::size_t(changes.trainLimit)));
    if (changes.leftOutByList > 0)
        parts << DataWords::tr("images left out: %1 (named by a list)").arg(count(changes.leftOutByList));
    QString text = parts.join(DataWords::tr(", "));
    for (const QString& more : {heldOutText(changes.labels), fewTestText(changes.labels, locale)})
        if (!more.isEmpty())
            text = DataWords::tr("%1; %2").arg(text, more);
    return text;
}

QString heldOutText(const HeldOutLabels& labels)
{
    using namespace label_origin;
    QStringList parts;
    if (labels.meta == pseudo)
        parts << DataWords::tr("meta set: pseudo, chosen by loss, not checked");
    const bool together = labels.meta == labels.validation;
    if (labels.validation == checked)
        parts << (together ? DataWords::tr("meta and validation images from the checked ones")
                           : DataWords::tr("validation images from the checked ones"));
    else if (labels.validation == unchecked)
        parts << (together ? DataWords::tr("meta and validation images not checked") : DataWords::tr("validation images not checked"));
    else if (labels.validation == stated)
        parts << DataWords::tr("every label said to be right");
    if (labels.test == given)
        parts << DataWords::tr("test images from a folder of their own");
    else if (labels.test == checked)
        parts << DataWords::tr("test images from the checked ones");
    else if (labels.test == unchecked)
        parts << DataWords::tr("test images not checked");
    return parts.join(DataWords::tr("; "));
}

QString fewTrainText(const DataPlan& plan, const std::vector<std::string>& classNames, const QLocale& locale)
{
    if (plan.sizeBefore.empty())
        return {};
    const auto smallest = std::ranges::min_element(plan.sizeBefore);
    const std::size_t taken = plan.changes.heldOut / plan.sizeBefore.size(); // as many of each class
    if (2 * taken <= std::size_t(*smallest))
        return {};
    // Meta images that train too take none away.
    const bool byMeta = plan.meta.size() > plan.validation.size() && plan.changes.heldOut > plan.validation.size();
    return DataWords::tr("few images left to train on: meta and validation images take %1 of the %2 of %3, the smallest class; lower %4")
        .arg(locale.toString(qulonglong(taken)), locale.toString(*smallest),
             QString::fromStdString(classNames.at(std::size_t(smallest - plan.sizeBefore.begin()))),
             byMeta ? QStringLiteral("--meta-per-class") : QStringLiteral("--val-per-class"));
}

QString fewTestText(int images, int fewest, const QLocale& locale)
{
    constexpr int enough = 100, enoughOfClass = 10; // one of a hundred is a percentage point
    if (images <= 0 || (images >= enough && fewest >= enoughOfClass))
        return {};
    const auto points = [&locale](int of) { return locale.toString(100.0 / of, 'f', 1); };
    const QString count = locale.toString(images);
    if (fewest <= 0)
        return DataWords::tr("few test images: %1, of a class none; one is %2 percentage points of accuracy").arg(count, points(images));
    return DataWords::tr(
               "few test images: %1, of the class with fewest %2; one is %3 percentage points of accuracy and %4 of the recall of "
               "that class")
        .arg(count, locale.toString(fewest), points(images), points(fewest));
}

QString fewTestText(const HeldOutLabels& labels, const QLocale& locale)
{
    return fewTestText(labels.testImages, labels.testImagesFewest, locale);
}

QString figuresStandOnText(const HeldOutLabels& labels)
{
    const QString few = fewTestText(labels), heldOut = heldOutText(labels);
    return few.isEmpty() ? heldOut : heldOut.isEmpty() ? few : DataWords::tr("%1; %2").arg(few, heldOut);
}

std::string dataChangesLine(const DataChanges& changes)
{
    return dataChangesText(changes, QLocale(QLocale::English, QLocale::UnitedStates)).toStdString();
}

QString folderFactsText(const FolderFacts& facts, const QLocale& locale)
{
    const auto count = [&](std::size_t value) { return locale.toString(qulonglong(value)); };
    QStringList parts;
    if (!facts.unreadable.empty())
        parts << DataWords::tr("image files left out that cannot be read: %1 (the first is %2: %3)")
                     .arg(count(facts.unreadable.size()), QString::fromStdString(facts.unreadable.front().path),
                          imageFaultText(facts.unreadable.front().reason));
    if (facts.otherFiles > 0)
        parts << DataWords::tr("files that are no images: %1 (the first is %2)")
                     .arg(count(facts.otherFiles), QString::fromStdString(facts.firstOther));
    if (facts.looseImages > 0)
        parts << DataWords::tr("images beside the class folders, not read: %1").arg(count(facts.looseImages));
    if (!facts.foldersNotRead.empty()) {
        QStringList names;
        for (const std::string& name : facts.foldersNotRead)
            names << QString::fromStdString(name);
        parts << DataWords::tr("folders not read: %1").arg(names.join(DataWords::tr(", ")));
    }
    if (!facts.testFolder.empty() && !facts.testFolder.starts_with("test"))
        parts << DataWords::tr("test images from the folder %1").arg(QString::fromStdString(facts.testFolder));
    if (facts.turned > 0)
        parts << (facts.upright ? DataWords::tr("images turned upright by their EXIF data: %1")
                                : DataWords::tr("images with an EXIF orientation, read as they are stored: %1"))
                     .arg(count(facts.turned));
    return parts.join(DataWords::tr("; "));
}

std::string folderFactsLine(const FolderFacts& facts)
{
    return folderFactsText(facts, QLocale(QLocale::English, QLocale::UnitedStates)).toStdString();
}

QString uncheckedPixelsText()
{
    return DataWords::tr(
        "Made by an earlier version, whose fingerprint covers labels only: whether the images are the same cannot be checked.");
}

} // namespace reweigh
