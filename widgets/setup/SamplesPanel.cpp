// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SamplesPanel.h"

#include "widgets/setup/RecipeWords.h"

#include <QComboBox>
#include <QLocale>

namespace reweigh {

SamplesPanel::SamplesPanel(Workbench& bench, SampleChoice& choice, QWidget* parent)
    : Panel(QStringLiteral("samples"), tr("Samples"), bench, parent)
    , m_choice(choice)
    , m_class(new QComboBox(this))
    , m_grid(new SampleGrid(this))
{
    m_class->setObjectName(QStringLiteral("sample-class"));
    m_class->setAccessibleName(tr("Given label of the images shown"));
    m_class->setToolTip(m_class->accessibleName());
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_class->setMinimumContentsLength(7);
    m_class->setFocusPolicy(Qt::StrongFocus);
    addTitleWidget(m_class);
    m_grid->setObjectName(QStringLiteral("sample-grid"));
    m_grid->setAccessibleName(tr("Training images"));
    setBody(m_grid);
    connect(m_class, &QComboBox::activated, &m_choice, [this](int index) { m_choice.set(index); });
    connect(&m_choice, &SampleChoice::changed, this, &SamplesPanel::scheduleRefresh);
}

void SamplesPanel::attach(OpenStudy& study)
{
    connect(&study, &OpenStudy::previewChanged, this, &SamplesPanel::scheduleRefresh);
}

void SamplesPanel::refresh()
{
    const auto preview = study().preview();
    m_class->setVisible(preview && !preview->error);
    if (!preview || preview->error)
        return showEmpty(missingSentence(preview.get()));
    const DataPlan& plan = *preview->data.plan;
    const auto inside = [&](std::optional<int> c) { return c && *c < plan.classes ? c : std::nullopt; };
    const int given = inside(m_choice.given()).value_or(rarestClass(preview->info));
    const std::optional<int> truly = inside(m_choice.given()) ? inside(m_choice.truly()) : std::nullopt;
    fillClasses(*preview, given);

    std::vector<std::size_t> samples;
    m_right = 0;
    for (std::size_t i = 0; i < plan.train.size(); ++i)
        if (plan.observedLabel[i] == given && (!truly || plan.trueLabel[i] == *truly)) {
            samples.push_back(i);
            m_right += plan.trueLabel[i] == given;
        }
    const QString count = QLocale().toString(int(samples.size()));
    setScope(truly ? tr("truly %1, given %2 · %3").arg(className(*preview, *truly), className(*preview, given), count)
                   : tr("given label · %1").arg(count));
    m_grid->setSamples(preview->data, std::move(samples));
    m_grid->setAccessibleDescription(summary());
    showBody();
}

void SamplesPanel::fillClasses(const RecipePreview& preview, int chosen)
{
    if (m_class->count() != preview.data.plan->classes || m_class->itemText(0) != className(preview, 0)) {
        m_class->clear();
        for (int c = 0; c < preview.data.plan->classes; ++c)
            m_class->addItem(className(preview, c));
    }
    m_class->setCurrentIndex(chosen);
}

QString SamplesPanel::summary() const
{
    return tr("%1 images; the label of %2 is right. %3")
        .arg(QLocale().toString(int(m_grid->samples().size())), QLocale().toString(m_right), scope());
}

FigureTable SamplesPanel::table() const
{
    FigureTable table;
    table.header = {"image", "true", "given"};
    const auto preview = study().preview();
    if (!preview || preview->error)
        return table;
    const DataPlan& plan = *preview->data.plan;
    for (const std::size_t i : m_grid->samples())
        if (i < plan.train.size())
            table.rows.push_back({plan.train[i], className(*preview, plan.trueLabel[i]), className(*preview, plan.observedLabel[i])});
    return table;
}

void SamplesPanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_grid->paint(painter, target);
}

} // namespace reweigh
