// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/NoiseAurocPanel.h"

#include "core/analysis/WeightVerdict.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/plots/WholeTicker.h"
#include "widgets/text/FigureText.h"
#include "widgets/watch/WeightDistributionView.h"
#include "widgets/watch/WeightVerdictLabel.h"

#include <QScopeGuard>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr double chance = 0.5;

struct LineStyle {
    Role role;
    Qt::PenStyle dash;
    const char16_t* mark; ///< how the line's name shows it
};
constexpr std::array<LineStyle, 4> styles = {{{Role::Selection, Qt::SolidLine, u"━"}, // all classes, then as in MechanismPanel
                                              {Role::Dim, Qt::SolidLine, u"─"},
                                              {Role::Dim, Qt::DashLine, u"╌"},
                                              {Role::Dim, Qt::DotLine, u"┈"}}};

QString lineName(std::size_t line)
{
    return line == 0 ? NoiseAurocPanel::tr("all") : WeightDistributionView::groupName(line - 1);
}

} // namespace

NoiseAurocLines noiseAurocLines(const EpochList& epochs)
{
    NoiseAurocLines lines;
    for (const EpochFigures& epoch : epochs) {
        const WeightVerdict verdict = weightVerdict(epoch);
        const std::array<double, 3>& groups = epoch.detection.aurocByGroup;
        lines.epochs.push_back(epoch.epoch);
        lines.low.push_back(verdict.interval.low);
        lines.high.push_back(verdict.interval.high);
        lines.values[0].push_back(verdict.auroc);
        for (std::size_t group = 0; group < groups.size(); ++group)
            lines.values[group + 1].push_back(groups[group]);
    }
    return lines;
}

NoiseAurocPanel::NoiseAurocPanel(Workbench& bench, QWidget* parent)
    : CursorPanel(QStringLiteral("noise-auroc"), tr("AUROC over epochs"), bench, parent)
    , m_plot(new Plot)
    , m_verdict(new WeightVerdictLabel)
{
    m_plot->setObjectName(QStringLiteral("noiseAurocPlot"));
    m_plot->setAccessibleName(tr("AUROC over epochs"));
    m_plot->xAxis->setLabel(tr("epoch"));
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
    m_plot->yAxis->setLabel(tr("AUROC"));
    m_plot->yAxis->setRange(-0.02, 1.02);
    m_chance = m_plot->addGraph();
    m_high = m_plot->addGraph();
    m_low = m_plot->addGraph();
    m_high->setChannelFillGraph(m_low);
    m_chance->setLayer(QStringLiteral("grid"));
    for (QCPGraph* band : {m_high, m_low})
        band->setLayer(QStringLiteral("background"));
    for (std::size_t line = styles.size(); line-- > 0;) { // the first one is drawn over the others
        m_graphs[line] = m_plot->addGraph();
        m_names[line] = new QCPItemText(m_plot);
        m_names[line]->setClipToAxisRect(false);
        Plot::markAsLegend(*m_names[line]);
        m_names[line]->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_names[line]->position->setType(QCPItemPosition::ptAxisRectRatio);
        m_names[line]->position->setTypeY(QCPItemPosition::ptAbsolute);
    }
    m_dot = new QCPItemTracer(m_plot);
    m_dot->setStyle(QCPItemTracer::tsCircle);
    m_plot->navigator().shareX(QStringLiteral("epoch"));
    m_pointer = new PlotCursor(*m_plot, *m_plot->axisRect(), [this](double& epoch) { return wordsAt(epoch); });

    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_plot, 1);
    column->addWidget(m_verdict);
    setBody(body);
    keepLastPicture();
}

void NoiseAurocPanel::refresh()
{
    m_lines = {};
    const auto read = qScopeGuard([this] { m_pointer->readAgain(); });
    const EpochFigures* epoch =
        epochOrExcuse(tr("Here you will see, epoch by epoch, how well low weights find wrong labels. Run a study, or open one."));
    if (!epoch)
        return;
    m_lines = noiseAurocLines(cursor().trained()->epochs);
    draw();
    sayVerdict(*m_verdict);
    const QLocale locale;
    setScope(
        tr("trial #%1 · epoch %2 of %3 · band: 95 % interval over samples")
            .arg(locale.toString(qlonglong(*cursor().trial())), locale.toString(epoch->epoch), locale.toString(cursor().epochsPlanned())));
    showBody();
}

void NoiseAurocPanel::draw()
{
    const Theme& theme = Theme::instance();
    const QVector<double> x = plotted(m_lines.epochs);
    const double first = m_lines.epochs.front(), last = std::max(first + 1.0, double(cursor().epochsPlanned()));
    m_plot->xAxis->setRange(first, last);
    m_chance->setData({first, last}, {chance, chance}, true);
    m_chance->setPen(Plot::thin(theme.colour(Role::Line)));
    m_high->setData(x, plotted(m_lines.high), true);
    m_low->setData(x, plotted(m_lines.low), true);
    m_high->setPen(Qt::NoPen);
    m_low->setPen(Qt::NoPen);
    m_high->setBrush(theme.tint(Role::Selection, 0.14));
    for (std::size_t line = 0; line < styles.size(); ++line) {
        const QColor colour = theme.colour(styles[line].role);
        QCPGraph& graph = *m_graphs[line];
        graph.setData(x, plotted(m_lines.values[line]), true);
        graph.setPen(line == 0 ? Plot::thick(colour, styles[line].dash) : Plot::thin(colour, styles[line].dash));
        graph.setScatterStyle(x.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6) : QCPScatterStyle());
    }
    const auto at = std::size_t(cursor().position());
    m_dot->setVisible(std::isfinite(m_lines.values[0][at]));
    if (m_dot->visible())
        m_dot->position->setCoords(m_lines.epochs[at], m_lines.values[0][at]);
    m_dot->setPen(QPen(theme.colour(Role::Panel), 1.5));
    m_dot->setBrush(theme.colour(Role::Selection));
    m_dot->setSize(theme.grid(1.25));
    drawNames();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Writes the lines' names and their values after the chosen epoch into a column right of the plot.
void NoiseAurocPanel::drawNames()
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.scopeFont());
    const auto at = std::size_t(cursor().position());
    const int gap = metrics.horizontalAdvance(QLocale().toString(cursor().epochsPlanned())) / 2 + theme.grid(0.75); // as MechanismPanel's
    int width = 0;
    for (std::size_t line = 0; line < styles.size(); ++line) {
        const QString text =
            QStringLiteral("%1 %2 %3").arg(QString::fromUtf16(styles[line].mark), lineName(line), decimals(m_lines.values[line][at], 2));
        width = std::max(width, metrics.horizontalAdvance(text));
        QCPItemText& name = *m_names[line];
        name.setFont(theme.scopeFont());
        name.setColor(theme.colour(styles[line].role));
        name.setText(text);
        name.setPadding(QMargins(gap, 0, 0, 0));
        name.position->setCoords(1.0, double(line) * 1.3 * metrics.height() + theme.grid(0.5));
    }
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 0, gap + width + theme.grid(0.5), 0));
}

QString NoiseAurocPanel::wordsAt(double& epoch) const
{
    if (m_lines.epochs.empty())
        return {};
    const auto nearest = std::ranges::min_element(m_lines.epochs, {}, [wanted = epoch](double known) { return std::abs(known - wanted); });
    const auto at = std::size_t(nearest - m_lines.epochs.begin());
    epoch = *nearest;
    QStringList words = {tr("epoch %1").arg(QLocale().toString(int(epoch)))};
    for (std::size_t line = 0; line < styles.size(); ++line)
        words << QStringLiteral("%1 %2").arg(lineName(line), decimals(m_lines.values[line][at], 2));
    words[1] = withInterval(words[1], decimals(m_lines.low[at], 2), decimals(m_lines.high[at], 2));
    return words.join(QLatin1Char('\n'));
}

QString NoiseAurocPanel::summary() const
{
    return m_lines.epochs.empty() ? QString() : m_verdict->text();
}

FigureTable NoiseAurocPanel::table() const
{
    FigureTable table{.header = {"epoch", "auroc", "low_95", "high_95", "many", "medium", "few"}, .rows = {}};
    const auto& [all, many, medium, few] = m_lines.values;
    for (std::size_t i = 0; i < m_lines.epochs.size(); ++i)
        table.rows.push_back({int(m_lines.epochs[i]), all[i], m_lines.low[i], m_lines.high[i], many[i], medium[i], few[i]});
    return table;
}

int NoiseAurocPanel::figureHeight(int width) const
{
    return width / 2 + m_verdict->heightAtFoot(width);
}

void NoiseAurocPanel::paintFigure(QPainter& painter, const QRect& target)
{
    if (!m_lines.epochs.empty())
        m_plot->paintInto(painter, m_verdict->paintAtFoot(painter, target), figureLegend());
}

} // namespace reweigh
