// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ClassesPanel.h"

#include "widgets/panel/PaintedView.h"
#include "widgets/setup/RecipeWords.h"
#include "widgets/theme/Theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace reweigh {
namespace {

/// The height of the two sentences under the bars of an exported figure.
int heightBelow(const RecipePreview& preview, int width)
{
    const Theme& theme = Theme::instance();
    return wrappedHeight(theme.strongFont(), rarestSentence(preview), width)
           + wrappedHeight(theme.scopeFont(), askedSentence(preview), width) + theme.grid();
}

} // namespace

ClassesPanel::ClassesPanel(Workbench& bench, SampleChoice& choice, QWidget* parent)
    : Panel(QStringLiteral("classes"), tr("What the classifier will see"), bench, parent)
    , m_choice(choice)
    , m_bars(new ClassBars)
    , m_sentence(new QLabel)
    , m_asked(new QLabel)
    , m_order(new QLabel)
{
    m_bars->setObjectName(QStringLiteral("class-bars"));
    m_bars->setAccessibleName(tr("True class sizes and observed labels, class by class"));
    m_sentence->setObjectName(QStringLiteral("class-sentence"));
    m_asked->setObjectName(QStringLiteral("asked-sentence"));
    m_order->setObjectName(QStringLiteral("order-sentence"));
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_bars, 1);
    for (QLabel* label : {m_sentence, m_asked, m_order}) {
        label->setWordWrap(true);
        label->setMinimumWidth(Theme::instance().grid(16));
        column->addWidget(label);
    }
    setBody(body);
    connect(m_bars, &ClassBars::pointedChanged, this, &ClassesPanel::showWords);
    connect(m_bars, &ClassBars::chosen, &m_choice, [this](int index) { m_choice.set(index); });
    connect(&m_choice, &SampleChoice::changed, this, [this] { m_bars->setChosen(m_choice.given().value_or(-1)); });
}

void ClassesPanel::attach(OpenStudy& study)
{
    connect(&study, &OpenStudy::previewChanged, this, &ClassesPanel::scheduleRefresh);
}

void ClassesPanel::refresh()
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return showEmpty(missingSentence(preview.get()));
    const DataPlanInfo& info = preview->info;
    std::vector<ClassBar> bars;
    for (std::size_t c = 0; c < info.trueCount.size(); ++c)
        bars.push_back({className(*preview, int(c)), info.trueCount[c], info.rightCount[c], info.observedCount[c] - info.rightCount[c],
                        truthIsUnknown(*preview)});
    m_bars->setBars(std::move(bars));
    setScope(truthIsUnknown(*preview) ? tr("images trained on, by the label they came with and by that of now")
                                      : tr("true class size, and images with its label"));
    showWords();
    showBody();
}

void ClassesPanel::showWords()
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return;
    const int pointed = m_bars->pointed();
    m_sentence->setText(pointed >= 0 ? classSentence(*preview, pointed) : rarestSentence(*preview));
    m_bars->setAccessibleDescription(m_sentence->text());
    m_asked->setText(askedSentence(*preview));
    m_order->setText(orderSentence(*preview));
    makeRoom();
}

void ClassesPanel::makeRoom()
{
    // A low dock shows the bars, then the sentence as far as there is room; the tool tip holds the rest.
    const Theme& theme = Theme::instance();
    m_sentence->setVisible(height() > theme.grid(22));
    m_asked->setVisible(height() > theme.grid(28));
    m_order->setVisible(height() > theme.grid(36) && !m_order->text().isEmpty());
    m_bars->setToolTip(m_order->isHidden() ? summary() : QString());
}

void ClassesPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    makeRoom();
}

QString ClassesPanel::summary() const
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return missingSentence(preview.get());
    return QStringList{rarestSentence(*preview), askedSentence(*preview), orderSentence(*preview)}.join(' ').trimmed();
}

FigureTable ClassesPanel::table() const
{
    FigureTable table{.header = {"class", "true", "observed", "right", "wrong", "purity"}, .rows = {}};
    const auto preview = study().preview();
    if (!preview || preview->error)
        return table;
    if (truthIsUnknown(*preview))
        table.header = {"class", "original", "observed", "unchanged", "changed", "share_unchanged"};
    const DataPlanInfo& info = preview->info;
    for (std::size_t c = 0; c < info.trueCount.size(); ++c)
        table.rows.push_back({className(*preview, int(c)), info.trueCount[c], info.observedCount[c], info.rightCount[c],
                              info.observedCount[c] - info.rightCount[c], info.purity[c]});
    return table;
}

int ClassesPanel::figureHeight(int width) const
{
    const auto preview = study().preview();
    return preview && !preview->error ? width / 2 + heightBelow(*preview, width) : 0;
}

void ClassesPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return;
    const Theme& theme = Theme::instance();
    const int below = heightBelow(*preview, target.width());
    ClassBars::paint(painter, target.adjusted(0, 0, 0, -below), m_bars->bars(), -1, -1, figureLegend());
    QRect text = target;
    text.setTop(target.bottom() - below + theme.grid(0.5));
    painter.setFont(theme.strongFont());
    painter.setPen(theme.colour(Role::Text));
    drawWrapped(painter, text, Qt::AlignLeft | Qt::AlignTop, rarestSentence(*preview));
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    drawWrapped(painter, text, Qt::AlignLeft | Qt::AlignBottom, askedSentence(*preview));
}

void ClassesPanel::retheme()
{
    const Theme& theme = Theme::instance();
    m_sentence->setFont(theme.strongFont());
    for (QLabel* label : {m_asked, m_order}) {
        label->setFont(theme.scopeFont());
        setInk(*label, Role::Dim);
    }
}

} // namespace reweigh
