// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/DataText.h"

#include <QCoreApplication>
#include <QStringList>

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
        parts << DataWords::tr("every image kept");
    if (changes.leftOutByImbalance > 0)
        parts << DataWords::tr("%1 images left out (%2 imbalance %3)")
                     .arg(count(changes.leftOutByImbalance), QString::fromStdString(changes.imbalance), number(changes.imbalanceFactor));
    if (changes.leftOutByLimit > 0)
        parts << DataWords::tr("%1 images left out (at most %2 asked for)")
                     .arg(count(changes.leftOutByLimit), count(std::size_t(changes.trainLimit)));
    return parts.join(DataWords::tr(", "));
}

std::string dataChangesLine(const DataChanges& changes)
{
    return dataChangesText(changes, QLocale(QLocale::English, QLocale::UnitedStates)).toStdString();
}

QString uncheckedPixelsText()
{
    return DataWords::tr(
        "Made by an earlier version, whose fingerprint covers labels only: whether the images are the same cannot be checked.");
}

} // namespace reweigh
