// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/FieldText.h"

#include "core/config/ConfigField.h"
#include "core/config/Methods.h"
#include "widgets/text/ErrorText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <map>

namespace reweigh {
namespace {

struct Entry {
    const char* label;
    const char* tip;
};

const Entry* wordsOf(const std::string& key)
{
    // clang-format off
    static const std::map<std::string, Entry> table = {
        {"dataset", {QT_TRANSLATE_NOOP("FieldText", "Data set"), QT_TRANSLATE_NOOP("FieldText", "Images and true labels that the recipe makes noisy and imbalanced.")}},
        {"data-dir", {QT_TRANSLATE_NOOP("FieldText", "Data folder"), QT_TRANSLATE_NOOP("FieldText", "Where the data set lies. Empty: where it was downloaded to, then where the system installs it.")}},
        {"image-size", {QT_TRANSLATE_NOOP("FieldText", "Image size"), QT_TRANSLATE_NOOP("FieldText", "Side in pixels to which the folder's images are resized.")}},
        {"noise-type", {QT_TRANSLATE_NOOP("FieldText", "Noise"), QT_TRANSLATE_NOOP("FieldText", "How a wrong label is chosen.")}},
        {"noise-rate", {QT_TRANSLATE_NOOP("FieldText", "Noise rate"), QT_TRANSLATE_NOOP("FieldText", "Chance that a label is drawn anew. Uniform noise may draw the same label again, so fewer are wrong.")}},
        {"imbalance-type", {QT_TRANSLATE_NOOP("FieldText", "Imbalance"), QT_TRANSLATE_NOOP("FieldText", "How class sizes fall from the largest to the smallest.")}},
        {"imbalance-factor", {QT_TRANSLATE_NOOP("FieldText", "Imbalance ratio"), QT_TRANSLATE_NOOP("FieldText", "n_max / n_min: the largest class over the smallest, the literature's imbalance factor (IF). The slider is logarithmic.")}},
        {"order", {QT_TRANSLATE_NOOP("FieldText", "Order"), QT_TRANSLATE_NOOP("FieldText", "Which labels carry the imbalance: the true ones (imbalance first) or the observed ones (noise first).")}},
        {"shuffle-classes", {QT_TRANSLATE_NOOP("FieldText", "Class order"), QT_TRANSLATE_NOOP("FieldText", "Which classes are large: the first ones, or an order drawn from the seed.")}},
        {"meta-per-class", {QT_TRANSLATE_NOOP("FieldText", "Clean meta set, per class"), QT_TRANSLATE_NOOP("FieldText", "Clean images a class that teach MW-Net what a good weight is. They are taken out of the training set.")}},
        {"val-per-class", {QT_TRANSLATE_NOOP("FieldText", "Clean validation, per class"), QT_TRANSLATE_NOOP("FieldText", "Clean images a class by which the search judges an architecture. They are taken out of the training set.")}},
        {"seed", {QT_TRANSLATE_NOOP("FieldText", "Seed"), QT_TRANSLATE_NOOP("FieldText", "Of the splits, the class order and the noise. The same seed gives the same labels on any machine.")}},
        {"train-limit", {QT_TRANSLATE_NOOP("FieldText", "Train limit"), QT_TRANSLATE_NOOP("FieldText", "At most this many images before imbalance, the same number of each class. 0: all of them.")}},
        {"model", {QT_TRANSLATE_NOOP("FieldText", "Classifier"), QT_TRANSLATE_NOOP("FieldText", "The network that learns from the weighted samples.")}},
        {"loss", {QT_TRANSLATE_NOOP("FieldText", "Loss"), QT_TRANSLATE_NOOP("FieldText", "Of a training sample. Evaluation and the meta set are always judged by cross entropy.")}},
        {"weighting", {QT_TRANSLATE_NOOP("FieldText", "Weighting"), QT_TRANSLATE_NOOP("FieldText", "What weighs the samples of a batch. A search always uses Meta-Weight-Net.")}},
        {"tap", {QT_TRANSLATE_NOOP("FieldText", "MW-Net is fed by"), QT_TRANSLATE_NOOP("FieldText", "What MW-Net sees of a sample. Maps are averaged over their pixels; “label” adds the observed label, one-hot.")}},
        {"hidden", {QT_TRANSLATE_NOOP("FieldText", "Hidden layers"), QT_TRANSLATE_NOOP("FieldText", "Nodes of each of MW-Net's hidden layers, for example 128, 64. Empty: the input goes straight to the weight.")}},
        {"activation", {QT_TRANSLATE_NOOP("FieldText", "Activation"), QT_TRANSLATE_NOOP("FieldText", "Of MW-Net's hidden layers.")}},
        {"normalise-weights", {QT_TRANSLATE_NOOP("FieldText", "Normalised weights"), QT_TRANSLATE_NOOP("FieldText", "Weights are divided by their sum over the batch, as in the imbalance recipe of Shu et al. 2019.")}},
        {"epochs", {QT_TRANSLATE_NOOP("FieldText", "Epochs"), QT_TRANSLATE_NOOP("FieldText", "Passes over the training images in each trial.")}},
        {"batch-size", {QT_TRANSLATE_NOOP("FieldText", "Batch size"), QT_TRANSLATE_NOOP("FieldText", "Training images a step.")}},
        {"meta-batch-size", {QT_TRANSLATE_NOOP("FieldText", "Meta batch size"), QT_TRANSLATE_NOOP("FieldText", "Meta images a step.")}},
        {"lr", {QT_TRANSLATE_NOOP("FieldText", "Learning rate"), QT_TRANSLATE_NOOP("FieldText", "Of the classifier's SGD, at the start of the schedule.")}},
        {"momentum", {QT_TRANSLATE_NOOP("FieldText", "Momentum"), QT_TRANSLATE_NOOP("FieldText", "Of the classifier's SGD.")}},
        {"nesterov", {QT_TRANSLATE_NOOP("FieldText", "Nesterov momentum"), QT_TRANSLATE_NOOP("FieldText", "Momentum that looks one step ahead.")}},
        {"weight-decay", {QT_TRANSLATE_NOOP("FieldText", "Weight decay"), QT_TRANSLATE_NOOP("FieldText", "Of the classifier's SGD.")}},
        {"schedule", {QT_TRANSLATE_NOOP("FieldText", "Schedule"), QT_TRANSLATE_NOOP("FieldText", "How the learning rate falls over the epochs.")}},
        {"milestones", {QT_TRANSLATE_NOOP("FieldText", "Milestones"), QT_TRANSLATE_NOOP("FieldText", "Epochs at which a step schedule multiplies the learning rate by the decay, for example 80, 100.")}},
        {"lr-decay", {QT_TRANSLATE_NOOP("FieldText", "Decay at a milestone"), QT_TRANSLATE_NOOP("FieldText", "The factor of a step schedule.")}},
        {"meta-lr", {QT_TRANSLATE_NOOP("FieldText", "Meta learning rate"), QT_TRANSLATE_NOOP("FieldText", "Of MW-Net. A search draws its own for each trial.")}},
        {"meta-optimizer", {QT_TRANSLATE_NOOP("FieldText", "Meta optimiser"), QT_TRANSLATE_NOOP("FieldText", "Of MW-Net.")}},
        {"meta-weight-decay", {QT_TRANSLATE_NOOP("FieldText", "Meta weight decay"), QT_TRANSLATE_NOOP("FieldText", "Of MW-Net's optimiser.")}},
        {"virtual-step", {QT_TRANSLATE_NOOP("FieldText", "Virtual step moves"), QT_TRANSLATE_NOOP("FieldText", "Which of the classifier's parameters. All of them: the exact meta gradient. Fewer: that of a classifier whose other parameters stand still, at less cost.")}},
        {"meta-interval", {QT_TRANSLATE_NOOP("FieldText", "Meta step every"), QT_TRANSLATE_NOOP("FieldText", "So many steps; MW-Net stays as it is between them. 1: in every step, the exact method.")}},
        {"lagged-weights", {QT_TRANSLATE_NOOP("FieldText", "Lagged weights"), QT_TRANSLATE_NOOP("FieldText", "Samples are weighed by MW-Net as it was before the step's meta step, which saves a backward pass. Off: the exact method.")}},
        {"augment", {QT_TRANSLATE_NOOP("FieldText", "Augmentation"), QT_TRANSLATE_NOOP("FieldText", "Random crops with a border of four pixels, and horizontal flips.")}},
        {"train-seed", {QT_TRANSLATE_NOOP("FieldText", "Training seed"), QT_TRANSLATE_NOOP("FieldText", "Of initial weights, batch order and augmentation.")}},
        {"device", {QT_TRANSLATE_NOOP("FieldText", "Device"), QT_TRANSLATE_NOOP("FieldText", "auto, cpu, or a GPU by number such as cuda:0.")}},
        {"precision", {QT_TRANSLATE_NOOP("FieldText", "Precision"), QT_TRANSLATE_NOOP("FieldText", "Of the forward and backward passes; parameters are kept in fp32.")}},
        {"threads", {QT_TRANSLATE_NOOP("FieldText", "Threads"), QT_TRANSLATE_NOOP("FieldText", "Of one training on the CPU. 0: one a core, shared by the trials that run at once.")}},
        {"trials", {QT_TRANSLATE_NOOP("FieldText", "Trials"), QT_TRANSLATE_NOOP("FieldText", "How many architectures are tried in all. May be changed while the study runs.")}},
        {"sampler", {QT_TRANSLATE_NOOP("FieldText", "Sampler"), QT_TRANSLATE_NOOP("FieldText", "What proposes the next architecture.")}},
        {"pruner", {QT_TRANSLATE_NOOP("FieldText", "Pruner"), QT_TRANSLATE_NOOP("FieldText", "What ends a trial early. Median: worse than half of the earlier trials at the same epoch.")}},
        {"search-seed", {QT_TRANSLATE_NOOP("FieldText", "Search seed"), QT_TRANSLATE_NOOP("FieldText", "Of the sampler.")}},
        {"min-layers", {QT_TRANSLATE_NOOP("FieldText", "Fewest hidden layers"), QT_TRANSLATE_NOOP("FieldText", "The shallowest MW-Net that is tried. 0: the input goes straight to the weight.")}},
        {"max-layers", {QT_TRANSLATE_NOOP("FieldText", "Most hidden layers"), QT_TRANSLATE_NOOP("FieldText", "The deepest MW-Net that is tried.")}},
        {"min-nodes", {QT_TRANSLATE_NOOP("FieldText", "Fewest nodes a layer"), QT_TRANSLATE_NOOP("FieldText", "The narrowest layer that is tried; the scale is logarithmic.")}},
        {"max-nodes", {QT_TRANSLATE_NOOP("FieldText", "Most nodes a layer"), QT_TRANSLATE_NOOP("FieldText", "The widest layer that is tried.")}},
        {"search-taps", {QT_TRANSLATE_NOOP("FieldText", "Input"), QT_TRANSLATE_NOOP("FieldText", "What MW-Net may be fed by.")}},
        {"search-activations", {QT_TRANSLATE_NOOP("FieldText", "Activations"), QT_TRANSLATE_NOOP("FieldText", "Which activations are tried.")}},
        {"min-meta-lr", {QT_TRANSLATE_NOOP("FieldText", "Lowest meta learning rate"), QT_TRANSLATE_NOOP("FieldText", "The scale is logarithmic.")}},
        {"max-meta-lr", {QT_TRANSLATE_NOOP("FieldText", "Highest meta learning rate"), QT_TRANSLATE_NOOP("FieldText", "The scale is logarithmic.")}},
        {"objective-epochs", {QT_TRANSLATE_NOOP("FieldText", "Objective over last epochs"), QT_TRANSLATE_NOOP("FieldText", "A trial's value is its mean clean validation accuracy over this many last epochs.")}},
        {"pruner-startup-trials", {QT_TRANSLATE_NOOP("FieldText", "Trials before pruning"), QT_TRANSLATE_NOOP("FieldText", "So many trials must have ended before one is pruned.")}},
        {"pruner-warmup-epochs", {QT_TRANSLATE_NOOP("FieldText", "Epochs before pruning"), QT_TRANSLATE_NOOP("FieldText", "No trial is pruned in its first epochs.")}},
        {"retries", {QT_TRANSLATE_NOOP("FieldText", "Retries out of memory"), QT_TRANSLATE_NOOP("FieldText", "A trial that runs out of memory is tried again with half the batch, so many times.")}},
        {"arm-seeds", {QT_TRANSLATE_NOOP("FieldText", "Seeds a comparison arm"), QT_TRANSLATE_NOOP("FieldText", "Fresh training seeds with which each arm of the comparison is trained.")}},
        {"study", {QT_TRANSLATE_NOOP("FieldText", "Study file"), QT_TRANSLATE_NOOP("FieldText", "Empty: study.db in the study folder.")}},
        {"out", {QT_TRANSLATE_NOOP("FieldText", "Study folder"), QT_TRANSLATE_NOOP("FieldText", "Where the study and its trainings are kept. Empty: a new folder named after the recipe.")}},
    };
    // clang-format on
    const auto found = table.find(key);
    return found == table.end() ? nullptr : &found->second;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

/// Core's ranges ("0..1", "above 0, at most 1") in the reader's language and digits.
QString rangeText(const QString& range)
{
    static const QRegularExpression between("^([^ .]+(?:\\.\\d+)?)\\.\\.([^ ]+)$"), above("^above ([^,]+), at most (.+)$"),
        moreThan("^above (.+)$"), atLeast("^at least (.+)$"), list("^(\\d+) to (\\d+) whole numbers in (\\d+)\\.\\.(\\d+)$");
    const auto number = [](const QString& text) {
        QString shown = text;
        return shown.replace('.', QLocale().decimalPoint());
    };
    if (const auto match = between.match(range); match.hasMatch())
        return Words::tr("a value from %1 to %2").arg(number(match.captured(1)), number(match.captured(2)));
    if (const auto match = above.match(range); match.hasMatch())
        return Words::tr("a value above %1, at most %2").arg(number(match.captured(1)), number(match.captured(2)));
    if (const auto match = moreThan.match(range); match.hasMatch())
        return Words::tr("a value above %1").arg(number(match.captured(1)));
    if (const auto match = atLeast.match(range); match.hasMatch())
        return Words::tr("a value of at least %1").arg(number(match.captured(1)));
    if (const auto match = list.match(range); match.hasMatch())
        return Words::tr("%1 to %2 whole numbers from %3 to %4").arg(match.captured(1), match.captured(2), match.captured(3), match.captured(4));
    if (range.startsWith(QLatin1String("one or more")))
        return Words::tr("at least one");
    return range;
}

} // namespace

QString fieldLabel(const std::string& key)
{
    const Entry* words = wordsOf(key);
    if (const MethodSetting* setting = findMethodSetting(key))
        return QCoreApplication::translate("Methods", setting->label);
    return words ? Words::tr(words->label) : QString::fromStdString(key);
}

QString fieldTip(const std::string& key)
{
    const Entry* words = wordsOf(key);
    if (const MethodSetting* setting = findMethodSetting(key))
        return QCoreApplication::translate("Methods", setting->help);
    return words ? Words::tr(words->tip) : QString();
}

namespace {

/// Core's hints name settings as the command line does; here they are called as they stand on screen.
QString withLabels(QString sentence)
{
    for (const ConfigField& field : configFields()) {
        if (field.key.find('-') == std::string::npos)
            continue; // a word that may mean itself
        const QRegularExpression key(QStringLiteral("(?<![\\w/.-])(--)?%1(?![\\w/-])").arg(QString::fromStdString(field.key)));
        sentence.replace(key, Words::tr("“%1”").arg(fieldLabel(field.key)));
    }
    return sentence;
}

} // namespace

QString fieldErrorText(Error error)
{
    if (findField(error.where))
        error.where = fieldLabel(error.where).toStdString();
    if (error.code == ErrorCode::ValueOutOfRange) {
        const QString detail = QString::fromStdString(error.detail);
        error.hint = rangeText(QString::fromStdString(error.hint)).toStdString();
        if (detail.isEmpty())
            error.detail = Words::tr("empty").toStdString();
    }
    return withLabels(errorText(error));
}

} // namespace reweigh
