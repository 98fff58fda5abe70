// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/RecipeWords.h"

#include "core/config/ConfigField.h"
#include "core/config/DataSets.h"
#include "widgets/setup/DataGetter.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace reweigh {
namespace {

struct DataWords {
    Q_DECLARE_TR_FUNCTIONS(RecipeWords)
};

QString number(int count)
{
    return QLocale().toString(count);
}

/// "50", "5.7", "∞".
QString ratio(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("∞");
    return QLocale().toString(value, 'f', value < 20 && value != std::floor(value) ? 1 : 0);
}

QString rate(double value)
{
    return shownFigure(value, 2);
}

} // namespace

QString percent(double share)
{
    return std::isfinite(share) ? DataWords::tr("%1 %").arg(QLocale().toString(100.0 * share, 'f', share < 0.01 && share > 0 ? 1 : 0))
                                : QStringLiteral("–");
}

bool truthIsUnknown(const RecipePreview& preview)
{
    return hasOwnLabels(preview.options.dataset) && preview.options.clean != everyLabelIsRight && preview.data.plan
           && preview.data.plan->truthOfFile.empty();
}

int rarestClass(const DataPlanInfo& info)
{
    std::size_t rarest = 0;
    for (std::size_t c = 1; c < info.trueCount.size(); ++c) {
        const auto rank = [&](std::size_t i) { return std::pair(info.trueCount[i], std::isnan(info.purity[i]) ? 0.0 : info.purity[i]); };
        if (rank(c) <= rank(rarest))
            rarest = c;
    }
    return int(rarest);
}

QString className(const RecipePreview& preview, int index)
{
    return QString::fromStdString(preview.data.source->classNames.at(std::size_t(index)));
}

QString rarestSentence(const RecipePreview& preview)
{
    const DataPlanInfo& info = preview.info;
    const int rarest = rarestClass(info);
    const auto c = std::size_t(rarest);
    const QString name = className(preview, rarest);
    const int strangers = info.observedCount[c] - info.rightCount[c];
    const bool unknown = truthIsUnknown(preview);
    const int images = info.trueCount[c];
    if (info.observedCount[c] == 0)
        return DataWords::tr("%n image(s) of %1 remain, but no image is labelled %1 any more.", nullptr, images).arg(name);
    const QString named = std::ranges::count(info.trueCount, images) > 1 ? DataWords::tr("%1, one of the smallest classes,").arg(name)
                                                                         : DataWords::tr("%1, the smallest class,").arg(name);
    const std::vector<int>& before = preview.data.plan->sizeBefore;
    const QString of = number(before.empty() ? images : before[c]);
    if (unknown && strangers == 0)
        return DataWords::tr("%1 keeps %n of its %2 image(s) to train on, with the labels that they came with.", nullptr, images)
            .arg(named, of);
    if (unknown)
        return DataWords::tr(
                   "%n image(s) that came as %1 remain, %2 with that label; labelled %1 too, of those that came as others: %3. So "
                   "%4 of its labels are those that the images came with.",
                   nullptr, images)
            .arg(name, number(info.rightCount[c]), number(strangers), percent(info.purity[c]));
    if (strangers == 0)
        return DataWords::tr("%1 keeps %n of its %2 image(s) to train on; every label is right.", nullptr, images).arg(named, of);
    return DataWords::tr(
               "%n image(s) of %1 remain, %2 labelled right; labelled %1 too, of other classes: %3. So only %4 of these labels are "
               "right.",
               nullptr, images)
        .arg(name, number(info.rightCount[c]), number(strangers), percent(info.purity[c]));
}

namespace {

QString askedAndObserved(const RecipePreview& preview)
{
    const DataOptions& options = preview.options;
    const DataPlanInfo& info = preview.info;
    const double askedRatio = options.imbalanceType == ImbalanceType::None ? 1.0 : options.imbalanceFactor;
    const QString train = number(int(preview.data.plan->train.size()));
    if (options.noiseType == NoiseType::File)
        return (truthIsUnknown(preview)
                    ? DataWords::tr("Requested IF %1, observed %2 · labels from a file, share of changed ones %3 · %4 training images")
                    : DataWords::tr("Requested IF %1, observed %2 · labels from a file, share of wrong ones %3 · %4 training images"))
            .arg(ratio(askedRatio), ratio(info.observedImbalance), rate(info.actualNoiseRate), train);
    const double askedRate = options.noiseType == NoiseType::None ? 0.0 : options.noiseRate;
    return DataWords::tr("Requested IF %1, observed %2 · requested noise %3, actual %4 · %5 training images")
        .arg(ratio(askedRatio), ratio(info.observedImbalance), rate(askedRate), rate(info.actualNoiseRate), train);
}

} // namespace

QString askedSentence(const RecipePreview& preview)
{
    const DataPlanInfo& info = preview.info;
    const QString said = askedAndObserved(preview), before = ratio(info.imbalanceBefore);
    // Where nobody asked for an imbalance, taking as many images of each class, a limit or a list has changed the set's own.
    if (preview.options.imbalanceType != ImbalanceType::None || before == ratio(info.trueImbalance))
        return said;
    return DataWords::tr("%1 · IF %2 of all training images, before any are taken out").arg(said, before);
}

QString orderSentence(const RecipePreview& preview)
{
    const DataOptions& options = preview.options;
    const bool noisy = options.noiseType == NoiseType::File || (options.noiseType != NoiseType::None && options.noiseRate > 0.0);
    if (!noisy || options.imbalanceType == ImbalanceType::None)
        return {};
    if (options.order == ShiftOrder::ImbalanceThenNoise)
        return DataWords::tr("Imbalance, then noise: classes are subsampled by true label (true factor %1); noise then moves images of "
                             "large classes into small ones, so the observed classes look more balanced (%2) and small ones get many wrong "
                             "labels.")
            .arg(ratio(preview.info.trueImbalance), ratio(preview.info.observedImbalance));
    return DataWords::tr("Noise, then imbalance: classes are subsampled by observed label (observed factor %1), so each keeps its share "
                         "of right labels, and the true classes are more balanced (%2) than the observed ones.")
        .arg(ratio(preview.info.observedImbalance), ratio(preview.info.trueImbalance));
}

QString classSentence(const RecipePreview& preview, int index)
{
    const DataPlanInfo& info = preview.info;
    const auto c = std::size_t(index);
    if (truthIsUnknown(preview))
        return DataWords::tr(
                   "%1: %Ln image(s) trained on came with this label; %2 have it now, %3 of them from the start and %4 by a change",
                   nullptr, info.trueCount[c])
            .arg(className(preview, index), number(info.observedCount[c]), number(info.rightCount[c]),
                 number(info.observedCount[c] - info.rightCount[c]));
    return DataWords::tr("%1: true class size %2; %Ln image(s) have this label, %3 right and %4 wrong (purity %5)", nullptr,
                         info.observedCount[c])
        .arg(className(preview, index), number(info.trueCount[c]), number(info.rightCount[c]),
             number(info.observedCount[c] - info.rightCount[c]), percent(info.purity[c]));
}

QString missingSentence(const RecipePreview* preview)
{
    // What is wrong is said once, beside the setting that mends it.
    if (DataGetter::isWanted(preview))
        return DataWords::tr("The data set is not here yet; Recipe says how to get it.");
    if (preview && preview->error)
        return preview->data.source ? DataWords::tr("The recipe cannot be carried out; Recipe says why.")
                                    : DataWords::tr("The data set cannot be read; Recipe says why.");
    return DataWords::tr("What the recipe does to the classes is shown here once the data set is read.");
}

std::string fieldOf(const Error& error, const DataOptions& options)
{
    if (options.noiseType == NoiseType::File && error.where == options.labelFile)
        return error.code == ErrorCode::CsvColumnMissing && error.detail.empty() ? "label-column" : "labels";
    if (!options.clean.empty() && error.where == options.clean)
        return "clean";
    if (!options.leaveOut.empty() && error.where == options.leaveOut)
        return "leave-out";
    switch (error.code) {
    case ErrorCode::ClassWouldBeEmpty: return "imbalance-factor";
    case ErrorCode::SplitTooLarge:
    case ErrorCode::CheckedTooFew: return "val-per-class";
    case ErrorCode::ImagesUnreadable: return "skip-broken";
    case ErrorCode::FolderMissing:
    case ErrorCode::FolderWithoutClasses:
    case ErrorCode::FolderOfOneClass:
    case ErrorCode::FolderOfManyClasses:
    case ErrorCode::FolderWithoutTest:
    case ErrorCode::ClassFolderEmpty:
    case ErrorCode::ClassFolderUnknown: return "data-dir";
    case ErrorCode::RecipeNotApplicable: {
        const std::string key = error.where.substr(0, error.where.find_first_of(" ="));
        return findField(key) ? key : "noise-type";
    }
    default: return findField(error.where) ? error.where : options.dataset == "folder" ? "data-dir" : "dataset";
    }
}

} // namespace reweigh
