// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/FieldText.h"

#include "core/config/Methods.h"
#include "widgets/panel/ParameterText.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace reweigh {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChoiceText)
};

} // namespace

QString fieldChoiceText(const std::string& key, const std::string& choice)
{
    if (key == "tap" || key == "search-taps")
        return choiceText("input", choice);
    if (const MethodRow* row = key == "loss" ? lossRow(choice) : key == "weighting" ? weightingRow(choice) : nullptr)
        return QCoreApplication::translate("Methods", row->title);
    if (key == "activation" || key == "search-activations")
        return choiceText("activation", choice);
    static const std::map<std::pair<std::string, std::string>, const char*> table = {
        {{"dataset", "folder"}, QT_TRANSLATE_NOOP("ChoiceText", "folder of images")},
        {{"dataset", "synthetic"}, QT_TRANSLATE_NOOP("ChoiceText", "synthetic")},
        {{"noise-type", "none"}, QT_TRANSLATE_NOOP("ChoiceText", "none")},
        {{"noise-type", "uniform"}, QT_TRANSLATE_NOOP("ChoiceText", "uniform")},
        {{"noise-type", "symmetric"}, QT_TRANSLATE_NOOP("ChoiceText", "symmetric, never itself")},
        {{"noise-type", "flip"}, QT_TRANSLATE_NOOP("ChoiceText", "flip to one class")},
        {{"noise-type", "flip2"}, QT_TRANSLATE_NOOP("ChoiceText", "flip to two classes")},
        {{"noise-type", "pair-map"}, QT_TRANSLATE_NOOP("ChoiceText", "similar pairs (CIFAR-10)")},
        {{"noise-type", "hierarchical"}, QT_TRANSLATE_NOOP("ChoiceText", "within superclass (CIFAR-100)")},
        {{"noise-type", "prior"}, QT_TRANSLATE_NOOP("ChoiceText", "by class size")},
        {{"imbalance-type", "none"}, QT_TRANSLATE_NOOP("ChoiceText", "none")},
        {{"imbalance-type", "exponential"}, QT_TRANSLATE_NOOP("ChoiceText", "exponential")},
        {{"imbalance-type", "step"}, QT_TRANSLATE_NOOP("ChoiceText", "step")},
        {{"order", "imbalance-then-noise"}, QT_TRANSLATE_NOOP("ChoiceText", "imbalance, then noise")},
        {{"order", "noise-then-imbalance"}, QT_TRANSLATE_NOOP("ChoiceText", "noise, then imbalance")},
        {{"shuffle-classes", "false"}, QT_TRANSLATE_NOOP("ChoiceText", "as given")},
        {{"shuffle-classes", "true"}, QT_TRANSLATE_NOOP("ChoiceText", "drawn from the seed")},
        {{"model", "mlp"}, QT_TRANSLATE_NOOP("ChoiceText", "MLP")},
        {{"model", "small-cnn"}, QT_TRANSLATE_NOOP("ChoiceText", "small CNN")},
        {{"schedule", "constant"}, QT_TRANSLATE_NOOP("ChoiceText", "constant")},
        {{"schedule", "step"}, QT_TRANSLATE_NOOP("ChoiceText", "step")},
        {{"schedule", "cosine"}, QT_TRANSLATE_NOOP("ChoiceText", "cosine")},
        {{"virtual-step", "full"}, QT_TRANSLATE_NOOP("ChoiceText", "all parameters (exact)")},
        {{"virtual-step", "last-block"}, QT_TRANSLATE_NOOP("ChoiceText", "the last block")},
        {{"virtual-step", "head"}, QT_TRANSLATE_NOOP("ChoiceText", "the head")},
        {{"precision", "tf32"}, QT_TRANSLATE_NOOP("ChoiceText", "tf32 (GPU only)")},
        {{"sampler", "random"}, QT_TRANSLATE_NOOP("ChoiceText", "random")},
        {{"pruner", "none"}, QT_TRANSLATE_NOOP("ChoiceText", "none")},
        {{"pruner", "median"}, QT_TRANSLATE_NOOP("ChoiceText", "median")},
    };
    if (const auto found = table.find({key, choice}); found != table.end())
        return Words::tr(found->second);
    // Names of data sets, networks and algorithms are the same in every language.
    static const std::map<std::string, const char*> names = {
        {"fashion-mnist", "Fashion-MNIST"}, {"mnist", "MNIST"}, {"cifar10", "CIFAR-10"}, {"cifar100", "CIFAR-100"},
        {"resnet32", "ResNet-32"}, {"wrn-28-10", "WRN-28-10"}, {"tpe", "TPE"},
        {"adam", "Adam"}, {"sgd", "SGD"},
    };
    const auto name = names.find(choice);
    return name == names.end() ? QString::fromStdString(choice) : QString::fromUtf8(name->second);
}

} // namespace reweigh
