// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/RecallPanel.h"

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/plots/PlotCursor.h"

#include <QLocale>
#include <QScopeGuard>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace reweigh {
namespace {

int classesIn(const ComparedVariants& compared)
{
    for (const ComparedVariant& variant : compared.list)
        if (!variant.trained.empty())
            return int(variant.trained.begin()->second->epochs.back().test.recall.size());
    return 0;
}

} // namespace

RecallPanel::RecallPanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("recall"), tr("Recall by class"), bench, parent)
    , m_names(new LineNames(plot()))
{
    m_cursor = new PlotCursor(plot(), *plot().axisRect(), [this](double& x) {
        const QStringList words = lineWords(m_lines, x);
        const auto place = qsizetype(std::lround(x));
        return words.isEmpty() || place < 0 || place >= m_classes.names.size()
                   ? QString()
                   : (QStringList(m_classes.names[place]) + words).join(QLatin1Char('\n'));
    });
    connect(&plot(), &QCustomPlot::afterLayout, this, &RecallPanel::labelClasses); // the width for names is known only then
}

void RecallPanel::attach(OpenStudy& study)
{
    followVariants(study, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::previewChanged, this, [this] { scheduleRefresh(); });
}

RecallPanel::Classes RecallPanel::classesOf(int count) const
{
    Classes classes;
    const auto preview = study().preview();
    // The recipe gives the sizes of classes. If it shuffles the classes, each seed has other sizes, and no order fits all of them.
    if (preview && int(preview->info.trueCount.size()) == count && preview->options == comparedConfig(study()).data
        && !preview->options.shuffleClasses) {
        classes.order = classesBySize(preview->info.trueCount);
        classes.bySize = true;
    } else {
        classes.order.resize(std::size_t(count));
        std::iota(classes.order.begin(), classes.order.end(), 0);
    }
    const bool named = preview && preview->data.source && preview->data.source->classes() == count;
    for (const int c : classes.order)
        classes.names << (named ? QString::fromStdString(preview->data.source->classNames[std::size_t(c)]) : QLocale().toString(c));
    return classes;
}

void RecallPanel::refresh()
{
    const auto read = qScopeGuard([this] { m_cursor->readAgain(); });
    const ComparedVariants compared = gatherVariants(study());
    m_classes = classesOf(classesIn(compared));
    m_lines = m_classes.order.empty() ? std::vector<VariantLine>() : recallLines(compared, m_classes.order);
    if (m_lines.empty() && compared.foldersAreGone())
        return showEmpty(tr("The recall of classes is drawn from the folders of the compared runs, which are not beside this study."));
    if (m_lines.empty()) {
        showEmpty(tr("Each variant's test recall of every class will be here, the smallest class at the right."),
                  bench().action(QStringLiteral("compare")));
        return;
    }
    double low = 1.0, high = 0.0;
    int seeds = 0;
    for (const VariantLine& line : m_lines) {
        for (const double recall : line.y)
            if (std::isfinite(recall)) { // a class without test images has none
                low = std::min(low, recall);
                high = std::max(high, recall);
            }
        seeds = std::max(seeds, line.seeds);
    }
    plot().xAxis->setRange(-0.4, double(m_classes.order.size()) - 0.6);
    plot().xAxis->setLabel(tr("class"));
    plot().yAxis->setLabel(tr("test recall"));
    // The axis ends at whole tenths, with room for the dots.
    plot().yAxis->setRange(std::floor(low * 10.0) / 10.0 - 0.02, std::ceil(high * 10.0) / 10.0 + 0.02);
    m_labelled = {};
    labelClasses();
    showVariantLines(plot(), *m_names, m_lines, m_classes.order.size() <= 20);
    setScope(m_classes.bySize ? tr("smallest class at the right · mean of %n seed(s) · band: 95 % Student t", nullptr, seeds)
                              : tr("classes in the set's order · mean of %n seed(s) · band: 95 % Student t", nullptr, seeds));
    showBody();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void RecallPanel::labelClasses()
{
    const int room = std::max(1, plot().axisRect()->width());
    const QFontMetrics metrics(Theme::instance().scopeFont());
    const double names = double(m_classes.names.size());
    // Rotated by 30°, a line needs twice its height; upright, what its letters take.
    const bool upright = names * metrics.height() * 1.9 > room;
    const int step = upright ? std::max(1, int(std::ceil(names * metrics.height() * 0.8 / room))) : 1;
    const std::pair labelled(upright ? -step : step, room);
    if (std::exchange(m_labelled, labelled) == labelled)
        return;
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const int most = std::max(room / 2, plot().viewport().width() / 4); // long names leave the lines most of the height
    for (int i = 0; i < m_classes.names.size(); i += step)
        ticker->addTick(i, metrics.elidedText(m_classes.names[i], Qt::ElideMiddle, most));
    plot().xAxis->setTickLabelRotation(upright ? -90 : -30);
    plot().xAxis->setTicker(ticker);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

QString RecallPanel::summary() const
{
    if (m_lines.empty())
        return tr("No variant has been tested yet.");
    QStringList said;
    const auto percent = [](double value) { return QLocale().toString(value * 100.0, 'f', 1); };
    for (const VariantLine& line : m_lines)
        said << tr("%1: %2 % of %3, %4 % of %5", "variant, recall, class, recall, class")
                    .arg(line.name, percent(line.y.front()), m_classes.names.front(), percent(line.y.back()), m_classes.names.back());
    return said.join(QStringLiteral("; "));
}

int RecallPanel::figureHeight(int width) const
{
    const QFontMetrics metrics(Theme::instance().scopeFont());
    int below = 0; // names of classes, which may stand upright, and of the axis
    for (const QString& name : m_classes.names)
        below = std::max(below, metrics.horizontalAdvance(name));
    below = std::max(width / 6, std::min(below, width / 4) + 3 * metrics.height());
    return std::max(PlotPanel::figureHeight(width), std::max(figureLegend() ? m_names->height() : 0, width / 4) + below);
}

FigureTable RecallPanel::table() const
{
    FigureTable table{.header = {QStringLiteral("variant"), QStringLiteral("place"), QStringLiteral("class"), QStringLiteral("recall"),
                                 QStringLiteral("n")}};
    for (const VariantLine& line : m_lines)
        for (std::size_t i = 0; i < line.x.size(); ++i)
            table.rows.push_back({line.name, int(i) + 1, m_classes.names[qsizetype(i)], line.y[i], line.seeds});
    return table;
}

} // namespace reweigh
