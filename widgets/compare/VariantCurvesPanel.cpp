// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VariantCurvesPanel.h"

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/text/FigureText.h"

#include <QLocale>
#include <QScopeGuard>

#include <algorithm>

namespace reweigh {

VariantCurvesPanel::VariantCurvesPanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("variant-curves"), tr("Weight curves"), bench, parent)
    , m_names(new LineNames(plot()))
{
    m_cursor = new PlotCursor(plot(), *plot().axisRect(), [this](double& x) {
        const QStringList words = lineWords(m_lines, x);
        return words.isEmpty() ? QString()
                               : (QStringList(tr("loss %1").arg(QLocale().toString(x, 'f', 2))) + words).join(QLatin1Char('\n'));
    });
}

void VariantCurvesPanel::attach(OpenStudy& study)
{
    followVariants(study, this, [this] { scheduleRefresh(); });
}

void VariantCurvesPanel::refresh()
{
    const auto read = qScopeGuard([this] { m_cursor->readAgain(); });
    const ComparedVariants compared = gatherVariants(study());
    m_lines = weightLines(compared);
    if (m_lines.empty() && compared.foldersAreGone())
        return showEmpty(tr("Weight curves are drawn from the folders of the compared runs, which are not beside this study."));
    if (m_lines.empty()) {
        showEmpty(tr("The weight that each variant learned to give a sample, over the sample's loss, will be here."),
                  bench().action(QStringLiteral("compare")));
        return;
    }
    double least = 0.0, most = 0.0, right = 0.0;
    int seeds = 0;
    for (const VariantLine& line : m_lines) {
        least = std::min(least, std::ranges::min(line.y));
        most = std::max(most, std::ranges::max(line.y));
        right = std::max(right, line.x.back());
        seeds = std::max(seeds, line.seeds);
    }
    plot().xAxis->setLabel(tr("loss"));
    plot().yAxis->setLabel(tr("weight"));
    plot().xAxis->setRange(0.0, right);                        // the variants' names stand right of it, at the lines' ends
    plot().yAxis->setRange(least, std::max(most, 1.0) * 1.03); // normalised weights may exceed 1
    showVariantLines(plot(), *m_names, m_lines, false);
    setScope(tr("each variant at its last epoch · mean of %n seed(s) · band: 95 % Student t", nullptr, seeds));
    showBody();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

QString VariantCurvesPanel::summary() const
{
    QStringList said;
    const auto figure = [](double value) { return shownFigure(value, 2); };
    for (const VariantLine& line : m_lines)
        said << tr("%1: weight %2 at loss %3, %4 at loss %5")
                    .arg(line.name, figure(line.y.front()), figure(line.x.front()), figure(line.y.back()), figure(line.x.back()));
    return said.isEmpty() ? tr("No variant has a weight curve yet.") : said.join(QStringLiteral("; "));
}

int VariantCurvesPanel::figureHeight(int width) const
{
    const int below = 2 * QFontMetrics(Theme::instance().scopeFont()).lineSpacing(); // ticks and the name of the axis
    return std::max(PlotPanel::figureHeight(width), (figureLegend() ? m_names->height() : 0) + below);
}

FigureTable VariantCurvesPanel::table() const
{
    FigureTable table{.header = {QStringLiteral("variant"), QStringLiteral("loss"), QStringLiteral("weight"), QStringLiteral("n")}};
    for (const VariantLine& line : m_lines)
        for (std::size_t i = 0; i < line.x.size(); ++i)
            table.rows.push_back({line.name, line.x[i], line.y[i], line.seeds});
    return table;
}

} // namespace reweigh
