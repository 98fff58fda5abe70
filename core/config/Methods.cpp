// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Methods.h"

#include <algorithm>
#include <stdexcept>

namespace reweigh {
namespace {

const MethodRow* rowOf(std::span<const MethodRow> rows, std::string_view key)
{
    const auto found = std::ranges::find(rows, key, &MethodRow::key);
    return found == rows.end() ? nullptr : &*found;
}

const OwnSetting* settingOf(const MethodRow* row, std::string_view key)
{
    if (!row)
        return nullptr;
    const auto found = std::ranges::find(row->settings, key, &OwnSetting::key);
    return found == row->settings.end() ? nullptr : &*found;
}

const OwnSetting* chosenSetting(const TrainOptions& options, std::string_view key)
{
    const OwnSetting* ofLoss = settingOf(lossRow(options.loss), key);
    return ofLoss ? ofLoss : settingOf(weightingRow(options.weighting), key);
}

} // namespace

namespace {

/// The pace of self-paced weights, hard and linear.
std::vector<OwnSetting> paceSettings()
{
    return {{.key = "spl-start",
             .label = QT_TRANSLATE_NOOP("Settings", "Easy samples at first"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Share of the samples whose loss is below the threshold in the second epoch; it grows to 1."),
             .range = {.low = 0.0, .high = 1.0},
             .usual = 0.5},
            {.key = "spl-epochs",
             .label = QT_TRANSLATE_NOOP("Settings", "Pace of the threshold"),
             .help = QT_TRANSLATE_NOOP("Settings", "Part of the epochs in which that share grows to 1."),
             .range = {.low = 0.0, .high = 1.0},
             .usual = 0.5}};
}

} // namespace

std::span<const MethodRow> lossRows()
{
    static const std::vector<MethodRow> rows = {
        {.key = "ce",
         .title = QT_TRANSLATE_NOOP("Settings", "cross entropy"),
         .help = QT_TRANSLATE_NOOP("Settings", "-log p of the observed label, p being the classifier's probability of it.")},
        {.key = "focal",
         .title = QT_TRANSLATE_NOOP("Settings", "focal loss"),
         .help = QT_TRANSLATE_NOOP("Settings", "Cross entropy times (1 - p)^gamma: samples that are learned already count less."),
         .source = "Lin et al. 2017, Focal Loss for Dense Object Detection, eq. 4",
         .settings = {{.key = "focal-gamma",
                       .label = QT_TRANSLATE_NOOP("Settings", "Gamma of the focal loss"),
                       .help = QT_TRANSLATE_NOOP("Settings", "How much less a sample counts that is learned already; 0: cross entropy."),
                       .range = {.low = 0.0, .high = 10.0},
                       .usual = 2.0}}},
        {.key = "flsd",
         .title = QT_TRANSLATE_NOOP("Settings", "focal loss by sample (FLSD-53)"),
         .help = QT_TRANSLATE_NOOP("Settings", "Focal loss with gamma 5 where p is below 0.2, else 3."),
         .source = "Mukhoti et al. 2020, Calibrating Deep Neural Networks using Focal Loss, section 4"},
        {.key = "dual-focal",
         .title = QT_TRANSLATE_NOOP("Settings", "dual focal loss"),
         .help =
             QT_TRANSLATE_NOOP("Settings", "Focal loss of p and of the largest probability below it: it widens the gap between the two."),
         .source = "Tao et al. 2023, Dual Focal Loss for Calibration",
         .settings = {{.key = "dual-focal-gamma",
                       .label = QT_TRANSLATE_NOOP("Settings", "Gamma of the dual focal loss"),
                       .help = QT_TRANSLATE_NOOP("Settings", "How much less a sample counts that is learned already; 0: cross entropy."),
                       .range = {.low = 0.0, .high = 10.0},
                       .usual = 5.0}}},
        {.key = "quality-focal",
         .title = QT_TRANSLATE_NOOP("Settings", "quality focal loss"),
         .help = QT_TRANSLATE_NOOP("Settings", "Focal loss of a sigmoid for each class, summed over the classes."),
         .source = "Li et al. 2020, Generalized Focal Loss, its quality focal loss for one-hot labels",
         .settings = {{.key = "quality-focal-beta",
                       .label = QT_TRANSLATE_NOOP("Settings", "Beta of the quality focal loss"),
                       .help = QT_TRANSLATE_NOOP(
                           "Settings", "How much less a class counts that is learned already; 0: binary cross entropy of each class."),
                       .range = {.low = 0.0, .high = 10.0},
                       .usual = 2.0}}},
        {.key = "gce",
         .title = QT_TRANSLATE_NOOP("Settings", "generalised cross entropy"),
         .help = QT_TRANSLATE_NOOP("Settings",
                                   "(1 - p^q) / q: between cross entropy and the mean absolute error, which label noise misleads less."),
         .source = "Zhang and Sabuncu 2018, Generalized Cross Entropy Loss",
         .settings = {{.key = "gce-q",
                       .label = QT_TRANSLATE_NOOP("Settings", "q of the generalised cross entropy"),
                       .help = QT_TRANSLATE_NOOP("Settings",
                                                 "0: cross entropy; 1: half the mean absolute error, which label noise misleads least."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.7}}},
        {.key = "truncated-gce",
         .title = QT_TRANSLATE_NOOP("Settings", "truncated generalised cross entropy"),
         .help = QT_TRANSLATE_NOOP(
             "Settings", "Generalised cross entropy, constant where p is at most k: samples whose label is not believed do not train."),
         .source = "Zhang and Sabuncu 2018, Generalized Cross Entropy Loss, section 3.3",
         .settings = {{.key = "truncated-gce-q",
                       .label = QT_TRANSLATE_NOOP("Settings", "q of the truncated cross entropy"),
                       .help = QT_TRANSLATE_NOOP("Settings",
                                                 "0: cross entropy; 1: half the mean absolute error, which label noise misleads least."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.7},
                      {.key = "truncated-gce-k",
                       .label = QT_TRANSLATE_NOOP("Settings", "Threshold k of the truncated cross entropy"),
                       .help =
                           QT_TRANSLATE_NOOP("Settings", "A sample whose label has at most this probability does not train; 0: all train."),
                       .range = {.low = 0.0, .high = 0.9},
                       .usual = 0.5},
                      {.key = "truncated-gce-start",
                       .label = QT_TRANSLATE_NOOP("Settings", "Truncate from this share of the run"),
                       .help = QT_TRANSLATE_NOOP(
                           "Settings", "Until then every sample trains; a new classifier believes no label. 0: from the first epoch."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.33}}},
        {.key = "ldam",
         .title = QT_TRANSLATE_NOOP("Settings", "label-distribution-aware margins (LDAM)"),
         .help = QT_TRANSLATE_NOOP("Settings", "Cross entropy with a margin for the observed label: the rarer the label, the wider."),
         .source = "Cao et al. 2019, Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss, section 3",
         .settings =
             {{.key = "ldam-margin",
               .label = QT_TRANSLATE_NOOP("Settings", "Widest margin of LDAM"),
               .help = QT_TRANSLATE_NOOP(
                   "Settings",
                   "The margin of the rarest label, in logits before the scale; that of label j falls with the fourth root of its count."),
               .range = {.low = 0.0, .high = 10.0},
               .usual = 0.5},
              {.key = "ldam-scale",
               .label = QT_TRANSLATE_NOOP("Settings", "Scale of LDAM"),
               .help = QT_TRANSLATE_NOOP("Settings", "The logits are multiplied by it; 30 in code whose logits are cosines."),
               .range = {.low = 1.0, .high = 64.0},
               .usual = 1.0},
              {.key = "ldam-drw-epoch",
               .label = QT_TRANSLATE_NOOP("Settings", "Reweight by class from this share of the run (DRW)"),
               .help = QT_TRANSLATE_NOOP("Settings", "From then on rare labels get class-balanced weights; 0.8 in the paper, 0: never."),
               .range = {.low = 0.0, .high = 1.0},
               .usual = 0.0}},
         .needsClassCounts = true},
        {.key = "logit-adjustment",
         .title = QT_TRANSLATE_NOOP("Settings", "logit adjustment"),
         .help = QT_TRANSLATE_NOOP("Settings", "Cross entropy of the logits plus tau log pi, pi being the share of each class."),
         .source = "Menon et al. 2021, Long-tail Learning via Logit Adjustment",
         .settings = {{.key = "logit-adjustment-tau",
                       .label = QT_TRANSLATE_NOOP("Settings", "Tau of the logit adjustment"),
                       .help = QT_TRANSLATE_NOOP(
                           "Settings", "How much rare labels are favoured; 0: cross entropy, 1: as if all classes were equally frequent."),
                       .range = {.low = 0.0, .high = 10.0},
                       .usual = 1.0}},
         .needsClassCounts = true},
        {.key = "balanced-softmax",
         .title = QT_TRANSLATE_NOOP("Settings", "balanced softmax"),
         .help =
             QT_TRANSLATE_NOOP("Settings", "Cross entropy of a softmax in which each class counts as often as there are samples of it."),
         .source = "Ren et al. 2020, Balanced Meta-Softmax for Long-Tailed Visual Recognition",
         .needsClassCounts = true},
        {.key = "forward",
         .title = QT_TRANSLATE_NOOP("Settings", "forward correction"),
         .help = QT_TRANSLATE_NOOP("Settings",
                                   "Cross entropy of the observed label, by the known probabilities of the label noise; of labels from a "
                                   "file, by the shares in which the training images have them."),
         .source = "Patrini et al. 2017, Making Deep Neural Networks Robust to Label Noise, Theorem 2",
         .needsNoiseMatrix = true},
        {.key = "forward-estimated",
         .title = QT_TRANSLATE_NOOP("Settings", "forward correction, estimated noise"),
         .help = QT_TRANSLATE_NOOP(
             "Settings",
             "Forward correction; the probabilities of the label noise are estimated from the classifier itself, after a warm-up."),
         .source = "Patrini et al. 2017, Making Deep Neural Networks Robust to Label Noise, eq. 12 and 13",
         .settings = {{.key = "forward-warm-up",
                       .label = QT_TRANSLATE_NOOP("Settings", "Share of the run before the estimate"),
                       .help = QT_TRANSLATE_NOOP("Settings",
                                                 "Until then cross entropy trains, at least for one epoch; in the paper a first network "
                                                 "does, to its end. 1: the whole run."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.3},
                      {.key = "forward-percentile",
                       .label = QT_TRANSLATE_NOOP("Settings", "Percentile of the anchors"),
                       .help = QT_TRANSLATE_NOOP("Settings",
                                                 "The sample that shows how a class is labelled: the likeliest (100), or the likeliest "
                                                 "below this percentile. 97 in the authors' code, except for CIFAR-100; too low for "
                                                 "classes with few samples."),
                       .range = {.low = 50.0, .high = 100.0},
                       .usual = 100.0}},
         .estimatesNoise = true},
        {.key = "label-smoothing",
         .title = QT_TRANSLATE_NOOP("Settings", "label smoothing"),
         .help =
             QT_TRANSLATE_NOOP("Settings", "Cross entropy to a label that leaves a small share of its probability to all classes alike."),
         .source = "Szegedy et al. 2016, Rethinking the Inception Architecture for Computer Vision, section 7",
         .settings = {{.key = "label-smoothing-epsilon",
                       .label = QT_TRANSLATE_NOOP("Settings", "Share of label smoothing"),
                       .help = QT_TRANSLATE_NOOP("Settings", "The share of the probability that all classes get alike; 0: cross entropy."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.1}}},
        {.key = "sce",
         .title = QT_TRANSLATE_NOOP("Settings", "symmetric cross entropy"),
         .help = QT_TRANSLATE_NOOP("Settings", "Cross entropy plus reverse cross entropy, which label noise misleads less."),
         .source = "Wang et al. 2019, Symmetric Cross Entropy for Robust Learning with Noisy Labels",
         .settings = {{.key = "sce-alpha",
                       .label = QT_TRANSLATE_NOOP("Settings", "Alpha, the factor of cross entropy"),
                       .help = QT_TRANSLATE_NOOP("Settings", "6 in the paper for CIFAR-100."),
                       .range = {.low = 0.0, .high = 10.0},
                       .usual = 0.1},
                      {.key = "sce-beta",
                       .label = QT_TRANSLATE_NOOP("Settings", "Beta, the factor of reverse cross entropy"),
                       .help = QT_TRANSLATE_NOOP("Settings", "0.1 in the paper for CIFAR-100."),
                       .range = {.low = 0.0, .high = 10.0},
                       .usual = 1.0},
                      {.key = "sce-log-zero",
                       .label = QT_TRANSLATE_NOOP("Settings", "What log 0 counts as"),
                       .help = QT_TRANSLATE_NOOP("Settings", "In reverse cross entropy; it acts as a factor, like beta."),
                       .range = {.low = -20.0, .high = 0.0},
                       .usual = -4.0}}},
    };
    return rows;
}

std::span<const MethodRow> weightingRows()
{
    static const std::vector<MethodRow> rows = {
        {.key = "none", .title = QT_TRANSLATE_NOOP("Settings", "none"), .help = QT_TRANSLATE_NOOP("Settings", "Every weight is 1.")},
        {.key = "mwnet",
         .title = QT_TRANSLATE_NOOP("Settings", "Meta-Weight-Net"),
         .help = QT_TRANSLATE_NOOP("Settings", "A small network weighs every sample; it learns from the meta set, by the exact meta "
                                               "gradient unless a cheaper one is chosen."),
         .source = "Shu et al. 2019, Meta-Weight-Net, eq. 2 to 5",
         .weighs = true,
         .hasNet = true,
         .needsMetaSet = true},
        {.key = "cmw-net",
         .title = QT_TRANSLATE_NOOP("Settings", "class-aware Meta-Weight-Net (CMW-Net)"),
         .help = QT_TRANSLATE_NOOP("Settings", "Meta-Weight-Net with an output for each group of classes of similar size."),
         .source = "Shu et al. 2023, CMW-Net: Learning a Class-Aware Sample Weighting Mapping for Robust Deep Learning",
         .settings = {{.key = "cmw-clusters",
                       .label = QT_TRANSLATE_NOOP("Settings", "Groups of classes"),
                       .help = QT_TRANSLATE_NOOP("Settings",
                                                 "Groups of similar size that CMW-Net makes of the classes, by their counts; 1: MW-Net."),
                       .range = {.low = 1.0, .high = 10.0, .whole = true},
                       .usual = 3.0}},
         .weighs = true,
         .hasNet = true,
         .needsMetaSet = true,
         .countsClasses = true},
        {.key = "l2rw",
         .title = QT_TRANSLATE_NOOP("Settings", "learning to reweight (L2RW)"),
         .help = QT_TRANSLATE_NOOP("Settings",
                                   "In every step anew, samples weigh by how much their gradients agree with that of the meta set."),
         .source = "Ren et al. 2018, Learning to Reweight Examples for Robust Deep Learning, algorithm 1",
         .weighs = true,
         .sumsToBatch = true,
         .needsMetaSet = true},
        {.key = "self-paced",
         .title = QT_TRANSLATE_NOOP("Settings", "self-paced, hard"),
         .help = QT_TRANSLATE_NOOP("Settings", "Samples whose loss is below a threshold count, others do not; the threshold rises."),
         .source = "Kumar et al. 2010, Self-Paced Learning for Latent Variable Models",
         .settings = paceSettings(),
         .weighs = true},
        {.key = "self-paced-linear",
         .title = QT_TRANSLATE_NOOP("Settings", "self-paced, linear"),
         .help = QT_TRANSLATE_NOOP("Settings",
                                   "Weights fall linearly with the loss, from 1 at a loss of 0 to 0 at a threshold; the threshold rises."),
         .source = "Jiang et al. 2014, Easy Samples First: Self-paced Reranking for Zero-Example Multimedia Search",
         .settings = paceSettings(),
         .weighs = true},
        {.key = "class-balanced",
         .title = QT_TRANSLATE_NOOP("Settings", "class-balanced"),
         .help = QT_TRANSLATE_NOOP("Settings", "Samples of rare classes weigh more, by the effective number of samples of each class."),
         .source = "Cui et al. 2019, Class-Balanced Loss Based on Effective Number of Samples, section 4",
         .settings = {{.key = "cb-beta",
                       .label = QT_TRANSLATE_NOOP("Settings", "Beta of class-balanced weights"),
                       .help = QT_TRANSLATE_NOOP("Settings", "0: every class weighs the same. 1: weights are inverse to class sizes."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.9999}},
         .weighs = true,
         .countsClasses = true},
        {.key = "tabasco",
         .title = QT_TRANSLATE_NOOP("Settings", "two-dimensional sample selection (TABASCO)"),
         .help = QT_TRANSLATE_NOOP(
             "Settings", "Samples weigh the estimated probability that their label is right: by class, from predictions or features."),
         .source = "Lu et al. 2023, Label-Noise Learning with Intrinsically Long-Tailed Data",
         .settings = {{.key = "tabasco-warm-up",
                       .label = QT_TRANSLATE_NOOP("Settings", "Select samples from this share of the run"),
                       .help = QT_TRANSLATE_NOOP(
                           "Settings", "Until then every weight is 1; 0.1 in the published code for CIFAR-10, 0.3 for CIFAR-100."),
                       .range = {.low = 0.0, .high = 1.0},
                       .usual = 0.1}},
         .weighs = true},
    };
    return rows;
}

const MethodRow* lossRow(std::string_view key)
{
    return rowOf(lossRows(), key);
}

const MethodRow* weightingRow(std::string_view key)
{
    return rowOf(weightingRows(), key);
}

std::vector<std::string> methodKeys(std::span<const MethodRow> rows)
{
    std::vector<std::string> keys;
    for (const MethodRow& row : rows)
        keys.emplace_back(row.key);
    return keys;
}

const OwnSetting* findMethodSetting(std::string_view key)
{
    for (const auto rows : {lossRows(), weightingRows()})
        for (const MethodRow& row : rows)
            if (const OwnSetting* setting = settingOf(&row, key))
                return setting;
    return nullptr;
}

double methodSetting(const TrainOptions& options, std::string_view setting)
{
    const auto given = options.methodSettings.find(std::string(setting));
    if (given != options.methodSettings.end())
        return given->second;
    const OwnSetting* known = chosenSetting(options, setting);
    if (!known)
        throw std::invalid_argument("neither the loss nor the weighting has a setting " + std::string(setting));
    return known->usual;
}

bool isReweighted(const TrainOptions& options)
{
    const MethodRow* row = weightingRow(options.weighting);
    return row && row->weighs;
}

std::string methodName(const TrainOptions& options)
{
    if (!isReweighted(options))
        return options.loss;
    return options.loss == lossRows().front().key ? options.weighting : options.loss + "-" + options.weighting;
}

} // namespace reweigh
