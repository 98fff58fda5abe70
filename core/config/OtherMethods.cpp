// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/OtherMethods.h"

#include "core/base/AsciiCase.h"
#include "core/base/Choice.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace reweigh {
namespace {

constexpr OtherMethod others[] = {
    {.key = "mask-focal",
     .title = QT_TRANSLATE_NOOP("Settings", "mask focal loss"),
     .why = QT_TRANSLATE_NOOP("Settings", "For class labels the mask is the one-hot label itself, so it becomes the focal loss of a "
                                          "sigmoid per class: use quality-focal, which is that without soft labels."),
     .row = "quality-focal",
     .source = "Zhong et al. 2022, Mask Focal Loss, arXiv 2212.11542"},
    {.key = "mae",
     .title = QT_TRANSLATE_NOOP("Settings", "mean absolute error"),
     .why = QT_TRANSLATE_NOOP("Settings", "It is twice the generalised cross entropy at q = 1: use gce with gce-q 1."),
     .row = "gce",
     .source = "Ghosh et al. 2017, Robust Loss Functions under Label Noise for Deep Neural Networks"},
    {.key = "drw",
     .title = QT_TRANSLATE_NOOP("Settings", "deferred reweighting (DRW)"),
     .why = QT_TRANSLATE_NOOP("Settings", "It is a setting of LDAM, with which its paper combines it: use ldam with ldam-drw-epoch 0.8."),
     .row = "ldam",
     .source = "Cao et al. 2019, Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss, section 3"},
    {.key = "co-teaching",
     .title = QT_TRANSLATE_NOOP("Settings", "co-teaching"),
     .why = QT_TRANSLATE_NOOP("Settings", "It trains two networks, each on the samples that the other chooses, without a clean set. It is "
                                          "left out because it answers another question: here one classifier trains beside a small clean "
                                          "set."),
     .source = "Han et al. 2018, Co-teaching: Robust Training of Deep Neural Networks with Extremely Noisy Labels"},
    {.key = "dividemix",
     .title = QT_TRANSLATE_NOOP("Settings", "DivideMix"),
     .why = QT_TRANSLATE_NOOP("Settings", "It trains two networks, each of which decides which labels the other keeps, without a clean "
                                          "set. It is left out because it answers another question: here one classifier trains beside "
                                          "a small clean set."),
     .source = "Li et al. 2020, DivideMix: Learning with Noisy Labels as Semi-supervised Learning"},
};

/// The letters and digits of `name`, in lower case.
std::string plain(std::string_view name)
{
    std::string text;
    for (const char c : lowerAscii(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            text += c;
    return text;
}

} // namespace

std::span<const OtherMethod> otherMethods()
{
    return others;
}

const OtherMethod* otherMethod(std::string_view name)
{
    const auto found = std::ranges::find(others, plain(name), [](const OtherMethod& row) { return plain(row.key); });
    return found == std::end(others) ? nullptr : found;
}

} // namespace reweigh
