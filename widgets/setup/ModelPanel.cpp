// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ModelPanel.h"

#include "core/config/LayerList.h"
#include "core/config/Names.h"
#include "widgets/forms/FieldText.h"
#include "widgets/panel/LayerStrip.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/setup/RecipeWords.h"
#include "widgets/text/InputText.h"
#include "widgets/theme/Theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {
namespace {

struct ModelWords {
    Q_DECLARE_TR_FUNCTIONS(ModelPanel)
};

QString wholeNumber(long count)
{
    return QLocale().toString(qlonglong(count));
}

bool searched(const SearchOptions& search, const std::string& input)
{
    return std::ranges::any_of(search.inputs, [&](const std::string& name) {
        const std::vector<std::string> parts = partsOfInput(name);
        return std::ranges::find(parts, input) != parts.end();
    });
}

/// Boxes for the image, the stages and the head. Those whose output the search may feed to the MW-Net are highlighted.
std::vector<LayerBox> classifierBoxes(const ModelShape& shape, const DataSource& source, const SearchOptions& search)
{
    std::vector<LayerBox> boxes = {
        {ModelWords::tr("image"), ModelWords::tr("%1 × %2").arg(wholeNumber(source.train.width), wholeNumber(source.train.height))}};
    for (const ModelShape::Stage& stage : shape.stages)
        boxes.push_back({choiceText("input", stage.name), wholeNumber(stage.width), searched(search, stage.name)});
    boxes.push_back({ModelWords::tr("head"), wholeNumber(shape.classes), searched(search, "logits") || searched(search, "softmax")});
    return boxes;
}

/// Boxes for the input, the hidden layers and the weight. All but the weight are searched and therefore highlighted.
std::vector<LayerBox> metaNetBoxes(const MetaNetSpec& spec, int input)
{
    std::vector<LayerBox> boxes = {{ModelWords::tr("in"), wholeNumber(input), true}};
    for (const int nodes : spec.hidden)
        boxes.push_back({wholeNumber(nodes), choiceText("activation", nameOf(spec.activation)), true});
    boxes.push_back({ModelWords::tr("weight"), spec.normalised ? QStringLiteral("σ, Σ = 1") : QStringLiteral("σ")});
    return boxes;
}

} // namespace

const std::vector<std::string>& ModelPanel::keys()
{
    static const std::vector<std::string> all = {"model", "input", "standardise-input", "hidden", "activation", "normalise-weights"};
    return all;
}

ModelPanel::ModelPanel(Workbench& bench, QWidget* parent)
    : FormPanel(QStringLiteral("model"), tr("Model"), bench, parent)
    , m_classifier(new LayerStrip)
    , m_metaNet(new LayerStrip)
    , m_classifierCount(new QLabel)
    , m_metaNetCount(new QLabel)
    , m_mark(new QLabel(tr("the search may change what is blue")))
{
    m_classifier->setObjectName(QStringLiteral("classifier-strip"));
    m_classifier->setAccessibleName(tr("Layers of the classifier"));
    m_metaNet->setObjectName(QStringLiteral("meta-net-strip"));
    m_metaNet->setAccessibleName(tr("Layers of the Meta-Weight-Net"));
    m_classifierCount->setObjectName(QStringLiteral("classifier-count"));
    m_metaNetCount->setObjectName(QStringLiteral("meta-net-count"));
    for (QLabel* label : {m_classifierCount, m_metaNetCount, m_mark})
        label->setWordWrap(true);
    form().add("model");
    form().addWide(m_classifierCount);
    form().addWide(m_classifier);
    form().add("input");
    form().addWide(m_metaNet);
    form().addWide(m_metaNetCount);
    form().addWide(m_mark);
    for (const std::string& key : keys())
        if (!form().editor(key))
            form().add(key);
    column().addStretch();
}

void ModelPanel::attach(OpenStudy& study)
{
    FormPanel::attach(study);
    connect(&study, &OpenStudy::previewChanged, this, &ModelPanel::scheduleRefresh);
}

void ModelPanel::refresh()
{
    FormPanel::refresh();
    const auto preview = study().preview();
    const DataSource* source = preview ? preview->data.source.get() : nullptr;
    for (QWidget* widget : {static_cast<QWidget*>(m_classifier), static_cast<QWidget*>(m_metaNet), static_cast<QWidget*>(m_metaNetCount)})
        widget->setVisible(source);
    if (!source) {
        m_classifierCount->setText(tr("The layers are drawn when the data set is read: its images say how wide they are."));
        return;
    }
    const ExperimentConfig& config = study().config();
    const MetaNetSpec& spec = config.training.metaNet;
    const ModelShape shape =
        modelShape(config.training.model, source->train.height, source->train.width, source->train.channels, source->classes());
    const int input = metaNetInput(spec, shape);
    const long metaParameters = metaNetParameters(spec, input);
    m_classifier->setBoxes(classifierBoxes(shape, *source, config.search));
    m_metaNet->setBoxes(metaNetBoxes(spec, input));
    m_classifierCount->setText(tr("%1 parameters").arg(wholeNumber(shape.parameters)));
    m_metaNetCount->setText(
        tr("%1 parameters, %2 of the classifier")
            .arg(wholeNumber(metaParameters), percent(double(metaParameters) / double(std::max(1L, shape.parameters)))));
}

QString ModelPanel::summary() const
{
    const ExperimentConfig& config = study().config();
    return tr("%1: %2. MW-Net, input %3: %4.")
        .arg(fieldChoiceText("model", config.training.model), m_classifierCount->text(), inputText(config.training.metaNet),
             m_metaNetCount->text());
}

void ModelPanel::retheme()
{
    for (const auto& [label, role] :
         {std::pair(m_classifierCount, Role::Dim), std::pair(m_metaNetCount, Role::Dim), std::pair(m_mark, Role::Selection)}) {
        setInk(*label, role);
        label->setFont(Theme::instance().scopeFont());
    }
}

} // namespace reweigh
