// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OptionHelp.h"

#include "core/config/Methods.h"

#include <QCoreApplication>

#include <map>

namespace reweigh {

std::string optionHelp(const std::string& key)
{
    static const std::map<std::string, const char*> help = {
        {"dataset", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Data set")},
        {"data-dir", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Folder the data set lies in; empty: where the system installs it")},
        {"image-size", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Side in pixels to which images of a folder are resized")},
        {"noise-type", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "How labels are made wrong")},
        {"noise-rate", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Share of labels redrawn")},
        {"imbalance-type", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "How class sizes fall")},
        {"imbalance-factor", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Largest over smallest class size, n_max/n_min")},
        {"order", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Which shift comes first: it decides whose counts are imbalanced")},
        {"shuffle-classes", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Give class sizes in an order drawn from the seed")},
        {"meta-per-class", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Clean meta images a class")},
        {"val-per-class", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Clean validation images a class")},
        {"seed", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Seed of splits, class order and noise")},
        {"train-limit", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "At most this many training images before imbalance; 0: all")},
        {"model", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Classifier")},
        {"loss", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Loss of a training sample")},
        {"weighting", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "What weighs the samples of a batch; none: every weight is 1")},
        {"tap", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "What feeds MW-Net: loss, stem, stage1..3, penultimate, logits, softmax, each also +label")},
        {"hidden", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Nodes of MW-Net's hidden layers, as 128,64")},
        {"activation", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "MW-Net's activation")},
        {"normalise-weights", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Divide the weights of a batch by their sum")},
        {"epochs", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Epochs of a training")},
        {"batch-size", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Training images a step")},
        {"meta-batch-size", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Meta images a step")},
        {"lr", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Learning rate of the classifier")},
        {"momentum", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Momentum of the classifier's SGD")},
        {"nesterov", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Nesterov momentum")},
        {"weight-decay", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Weight decay of the classifier")},
        {"schedule", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Course of the learning rate")},
        {"milestones", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Epochs after which a step schedule decays, as 80,100")},
        {"lr-decay", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Factor of a step schedule")},
        {"meta-lr", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Learning rate of MW-Net")},
        {"meta-optimizer", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Optimiser of MW-Net")},
        {"meta-weight-decay", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Weight decay of MW-Net")},
        {"virtual-step", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "What the virtual step moves: all of the classifier (exact), its last block, or its head")},
        {"meta-interval", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Take the meta step every so many steps; 1: always (exact)")},
        {"lagged-weights", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Weigh samples by MW-Net as it was before the step's meta step (not exact, cheaper)")},
        {"augment", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Pad, crop and flip training images")},
        {"train-seed", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Seed of initial weights, batch order and augmentation")},
        {"device", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "auto, cpu or cuda:N")},
        {"precision", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Arithmetic of the classifier")},
        {"threads", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Threads of one training; 0: one a core")},
        {"trials", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Trials of the whole study")},
        {"sampler", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "What proposes architectures")},
        {"pruner", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "What ends hopeless trials early")},
        {"search-seed", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Seed of the sampler")},
        {"min-layers", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Fewest hidden layers")},
        {"max-layers", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Most hidden layers")},
        {"min-nodes", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Fewest nodes a layer")},
        {"max-nodes", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Most nodes a layer")},
        {"search-taps", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Inputs searched, as loss,stage3+label")},
        {"search-activations", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Activations searched")},
        {"min-meta-lr", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Smallest learning rate of MW-Net")},
        {"max-meta-lr", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Largest learning rate of MW-Net")},
        {"objective-epochs", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "The objective is validation accuracy averaged over this many last epochs")},
        {"pruner-startup-trials", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Finished trials before any is pruned")},
        {"pruner-warmup-epochs", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Epochs before a trial may be pruned")},
        {"retries", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Further tries after out of memory, each with half the batch")},
        {"arm-seeds", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Fresh seeds each compared arm is trained with")},
        {"study", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Study file; empty: study.db in --out")},
        {"out", QT_TRANSLATE_NOOP("reweigh::OptionHelp", "Folder that everything is written to")},
    };
    const auto entry = help.find(key);
    if (const MethodSetting* setting = findMethodSetting(key))
        return QCoreApplication::translate("Methods", setting->help).toStdString();
    return entry == help.end() ? std::string() : QCoreApplication::translate("reweigh::OptionHelp", entry->second).toStdString();
}

} // namespace reweigh
