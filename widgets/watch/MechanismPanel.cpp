// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/MechanismPanel.h"

#include "widgets/plots/FittedLabel.h"
#include "widgets/plots/Plot.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/plots/WholeTicker.h"
#include "widgets/text/FigureText.h"
#include "widgets/watch/TrialWeights.h"
#include "widgets/watch/WeightDistributionView.h"
#include "widgets/watch/WeightVerdictLabel.h"

#include <QComboBox>
#include <QLocale>
#include <QScopeGuard>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr std::size_t aurocLines = 4, groups = 3;

/// Many, medium, few; of thin lines and of thick ones.
constexpr std::array<Qt::PenStyle, groups> groupDash = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
constexpr std::array<const char16_t*, groups> thinMark = {u"─", u"╌", u"┈"}, thickMark = {u"━", u"╍", u"┉"};

bool isAuroc(std::size_t line)
{
    return line < aurocLines;
}

/// Group of classes that a line is about; of the first line, which is about all, 0.
std::size_t groupOf(std::size_t line)
{
    return line == 0 ? 0 : isAuroc(line) ? line - 1 : (line - aurocLines) % groups;
}

/// Lines of wrong labels are thick, so that they can be told from those of right ones without colour.
bool isThick(std::size_t line)
{
    return line == 0 || line >= aurocLines + groups;
}

Role lineRole(std::size_t line)
{
    if (isAuroc(line))
        return line == 0 ? Role::Selection : Role::Dim;
    return line < aurocLines + groups ? Role::Right : Role::Wrong;
}

std::vector<const EpochList*> listsOf(const std::vector<std::shared_ptr<const RunEpochs>>& runs)
{
    std::vector<const EpochList*> lists;
    for (const auto& run : runs)
        lists.push_back(&run->epochs);
    return lists;
}

} // namespace

MechanismPanel::MechanismPanel(Workbench& bench, QWidget* parent)
    : CursorPanel(QStringLiteral("mechanism"), tr("Mechanism over epochs"), bench, parent)
    , m_choice(new QComboBox)
    , m_plot(new Plot)
    , m_verdict(new WeightVerdictLabel)
{
    m_choice->setObjectName(QStringLiteral("mechanism-of"));
    m_choice->setAccessibleName(tr("Training whose weights are shown"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &MechanismPanel::scheduleRefresh);
    addTitleWidget(m_choice);
    m_plot->setObjectName(QStringLiteral("mechanismPlot"));
    m_plot->setAccessibleName(tr("Mechanism over epochs"));
    m_below = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(1, 0, m_below);
    m_plot->navigator().link({m_plot->xAxis, m_below->axis(QCPAxis::atBottom)});
    m_plot->navigator().shareX(QStringLiteral("epoch"));
    for (QCPAxis* axis : {m_plot->xAxis, m_below->axis(QCPAxis::atBottom)})
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
    auto* sides = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : {m_plot->axisRect(), m_below})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    m_plot->applyTheme();
    m_plot->xAxis->setTickLabels(false);
    m_plot->yAxis->setLabel(tr("AUROC"));
    m_plot->yAxis->setRange(-0.02, 1.02);
    m_below->axis(QCPAxis::atBottom)->setLabel(tr("epoch"));
    (new FittedLabel(*m_plot, *m_below->axis(QCPAxis::atLeft)))->set(tr("mean weight")); // the axis is half as high as the plot
    m_chance = m_plot->addGraph();
    m_chance->setLayer(QStringLiteral("grid"));
    m_at = new QCPItemStraightLine(m_plot);
    m_at->setClipAxisRect(m_below);
    m_at->setLayer(QStringLiteral("grid"));
    for (QCPItemPosition* point : {m_at->point1, m_at->point2})
        point->setAxes(m_below->axis(QCPAxis::atBottom), m_below->axis(QCPAxis::atLeft));
    for (std::size_t line = lineCount; line-- > 0;) { // the first one is drawn over the others
        QCPAxisRect& rect = isAuroc(line) ? *m_plot->axisRect() : *m_below;
        m_graphs[line] = m_plot->addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
        m_names[line] = new QCPItemText(m_plot);
        m_names[line]->setClipToAxisRect(false);
        Plot::markAsLegend(*m_names[line]);
        m_names[line]->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_names[line]->position->setAxisRect(&rect);
    }
    for (std::size_t line = 0; line < lineCount; ++line) { // names hang below the first one of their plot
        QCPItemPosition& place = *m_names[line]->position;
        const std::size_t first = isAuroc(line) ? 0 : aurocLines;
        place.setType(line == first ? QCPItemPosition::ptAxisRectRatio : QCPItemPosition::ptAbsolute);
        if (line == first)
            place.setCoords(1.0, 0.0);
        else
            place.setParentAnchor(m_names[first]->position);
    }
    for (QCPAxisRect* rect : {m_plot->axisRect(), m_below})
        new PlotCursor(*m_plot, *rect, [this, upper = rect != m_below](double& epoch) { return wordsAt(epoch, upper); });
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_plot, 1);
    column->addWidget(m_verdict);
    setBody(body);
    keepLastPicture();
}

void MechanismPanel::attach(OpenStudy& study)
{
    CursorPanel::attach(study);
    connect(&study, &OpenStudy::snapshotChanged, this, &MechanismPanel::scheduleRefresh);
    connect(&study, &OpenStudy::epochsChanged, this, [this](const RunKey& key) {
        if (!key.variant.empty())
            scheduleRefresh();
    });
}

/// Offers the trial in view, if there is one, and the variants that have runs. What was chosen stays, if it is still there.
void MechanismPanel::offer()
{
    std::vector<std::pair<QString, QString>> choices; // what is shown, and a variant's hash
    if (cursor().trial())
        choices.emplace_back(tr("trial #%1").arg(QLocale().toString(qlonglong(*cursor().trial()))), QString());
    for (const VariantResult& variant : study().snapshot()->variants)
        if (variant.weighted && !variant.runs.empty())
            choices.emplace_back(variant.earlier ? tr("%1 (earlier)", "a variant").arg(QString::fromStdString(variant.name()))
                                                 : QString::fromStdString(variant.name()),
                                 QString::fromStdString(variant.hash));
    m_choice->setVisible(choices.size() > 1);
    if (choices == m_offered)
        return; // a list that is open stays as it is while epochs come
    const QSignalBlocker quiet(m_choice);
    const QVariant chosen = m_choice->currentData();
    m_choice->clear();
    for (const auto& [shown, hash] : choices)
        m_choice->addItem(shown, hash);
    m_choice->setCurrentIndex(std::max(choices.empty() ? -1 : 0, chosen.isValid() ? m_choice->findData(chosen) : -1));
    m_offered = std::move(choices);
}

const VariantResult* MechanismPanel::chosenVariant() const
{
    const std::string hash = m_choice->currentData().toString().toStdString();
    const auto& variants = study().snapshot()->variants;
    const auto found = std::ranges::find(variants, hash, &VariantResult::hash);
    return hash.empty() || found == variants.end() ? nullptr : &*found;
}

/// Names of variants may have any characters.
QString MechanismPanel::figureName() const
{
    return chosenVariant() ? id() + QStringLiteral("-variant") : CursorPanel::figureName();
}

/// Takes the runs of a variant whose epochs are known, and begins to read the others. False if there is none; says so.
bool MechanismPanel::readVariant(const VariantResult& variant)
{
    m_ownLabels = study().snapshot()->ownLabels();
    forgetPicture(); // what is drawn is no trial
    for (auto& [seed, trained] : study().variantEpochs(variant))
        m_runs.push_back(std::move(trained));
    if (m_runs.empty())
        showEmpty(tr("The epochs of %1 are being read; they are not there where run folders were not kept.", "a variant")
                      .arg(QString::fromStdString(variant.name())));
    for (const auto& run : m_runs)
        m_epoch = std::max(m_epoch, run->epochs.back().epoch);
    return !m_runs.empty();
}

/// Takes the trial in view. False if it has no epoch with weights; says so.
bool MechanismPanel::readTrial()
{
    const EpochFigures* epoch = epochOrExcuse(
        tr("Here you will see, epoch by epoch, whether weights tell wrong labels from rare classes. Run a study, or open one."));
    if (!epoch)
        return false;
    m_ownLabels = trialWeightSource(study(), *cursor().trial()).ownLabels;
    m_runs = {cursor().trained()};
    m_epoch = epoch->epoch;
    return true;
}

void MechanismPanel::refresh()
{
    m_lines = {};
    m_runs.clear();
    m_epoch = 0;
    const auto read = qScopeGuard([this] {
        for (PlotCursor* pointer : m_plot->findChildren<PlotCursor*>())
            pointer->readAgain();
    });
    offer();
    const VariantResult* variant = chosenVariant();
    if (!(variant ? readVariant(*variant) : readTrial()))
        return;
    const std::vector<const EpochList*> lists = listsOf(m_runs);
    MechanismLines lines = mechanismLines(lists);
    const MechanismVerdict verdict = mechanismAt(lists, m_epoch);
    if (!lines.knowsWrong()) {
        showEmpty(m_ownLabels ? tr("Which labels are wrong is not known here, as nobody has checked them: so it is not known either what "
                                   "weights do to them. With labels that the recipe changes, or true labels in a file, it is.")
                              : tr("No label is wrong here, so weights cannot tell wrong labels from rare classes. Add label noise to the "
                                   "recipe to see what they do."));
        return;
    }
    m_lines = std::move(lines);
    draw();
    m_verdict->say(verdict, m_ownLabels, m_epoch);
    const QLocale locale;
    setScope(variant ? tr("%1 · mean of %n seed(s) · after epoch %2", "a variant", int(m_runs.size()))
                           .arg(QString::fromStdString(variant->name()), locale.toString(m_epoch))
                     : tr("trial #%1 · epoch %2 of %3")
                           .arg(locale.toString(qlonglong(*cursor().trial())), locale.toString(m_epoch),
                                locale.toString(cursor().epochsPlanned())));
    showBody();
}

const std::vector<double>& MechanismPanel::values(std::size_t line) const
{
    return isAuroc(line)                ? m_lines.auroc[line]
           : line < aurocLines + groups ? m_lines.right[line - aurocLines]
                                        : m_lines.wrong[line - aurocLines - groups];
}

QString MechanismPanel::lineName(std::size_t line) const
{
    if (line == 0)
        return tr("all", "classes");
    const QString group = WeightDistributionView::groupName(groupOf(line));
    if (isAuroc(line))
        return group;
    const bool right = line < aurocLines + groups;
    const QString kind = right ? (m_ownLabels ? tr("other", "labels") : tr("right", "labels"))
                               : (m_ownLabels ? tr("changed", "labels") : tr("wrong", "labels"));
    return tr("%1, %2", "kind of labels, size of class").arg(kind, group);
}

void MechanismPanel::draw()
{
    const Theme& theme = Theme::instance();
    const QVector<double> x = plotted(m_lines.epochs);
    const double first = m_lines.epochs.front(), last = std::max(first + 1.0, m_lines.epochs.back());
    double most = 1.0; // weights may exceed it
    for (std::size_t line = 0; line < lineCount; ++line) {
        const QColor colour = theme.colour(lineRole(line));
        QCPGraph& graph = *m_graphs[line];
        graph.setData(x, plotted(values(line)), true);
        const Qt::PenStyle dash = groupDash[groupOf(line)];
        graph.setPen(isThick(line) ? Plot::thick(colour, dash) : Plot::thin(colour, dash));
        graph.setScatterStyle(x.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6) : QCPScatterStyle());
        for (const double value : values(line))
            if (!isAuroc(line) && std::isfinite(value))
                most = std::max(most, value);
    }
    m_plot->xAxis->setRange(first, last);
    m_below->axis(QCPAxis::atBottom)->setRange(first, last);
    m_below->axis(QCPAxis::atLeft)->setRange(0.0, 1.03 * most);
    m_chance->setData({first, last}, {0.5, 0.5}, true);
    m_chance->setPen(Plot::thin(theme.colour(Role::Line)));
    m_at->point1->setCoords(m_epoch, 0.0);
    m_at->point2->setCoords(m_epoch, 1.0);
    m_at->setPen(Plot::thin(theme.colour(Role::Line)));
    drawNames();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Writes the lines' names and their values after the epoch of the sentence into a column right of the plots.
void MechanismPanel::drawNames()
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.scopeFont());
    const auto after = std::ranges::upper_bound(m_lines.epochs, double(m_epoch));
    const auto at = std::size_t(std::max<std::ptrdiff_t>(0, after - m_lines.epochs.begin() - 1));
    // Of pixels, for a share of a wide plot is more than the margin; and the last tick's label reaches beyond the plot by half.
    const int gap = metrics.horizontalAdvance(QLocale().toString(int(m_lines.epochs.back()))) / 2 + theme.grid(0.75);
    int width = 0;
    for (std::size_t line = 0; line < lineCount; ++line) {
        const QString mark = QString::fromUtf16((isThick(line) ? thickMark : thinMark)[groupOf(line)]);
        const QString text = QStringLiteral("%1 %2 %3").arg(mark, lineName(line), decimals(values(line)[at], 2));
        width = std::max(width, metrics.horizontalAdvance(text));
        QCPItemText& name = *m_names[line];
        name.setFont(theme.scopeFont());
        name.setColor(theme.colour(lineRole(line)));
        name.setText(text);
        name.setPadding(QMargins(gap, 0, 0, 0));
        if (const std::size_t below = isAuroc(line) ? line : line - aurocLines; below > 0)
            name.position->setCoords(0.0, 1.2 * double(below) * metrics.height());
    }
    for (QCPAxisRect* rect : {m_plot->axisRect(), m_below})
        rect->setMinimumMargins(QMargins(0, 0, gap + width + theme.grid(0.5), 0));
}

/// What the lines of the upper or of the lower plot say at the epoch that is nearest to `epoch`, which is set to it.
QString MechanismPanel::wordsAt(double& epoch, bool upper) const
{
    if (m_lines.epochs.empty())
        return {};
    const auto nearest = std::ranges::min_element(m_lines.epochs, {}, [wanted = epoch](double known) { return std::abs(known - wanted); });
    const auto at = std::size_t(nearest - m_lines.epochs.begin());
    epoch = *nearest;
    QStringList words = {tr("epoch %1").arg(QLocale().toString(int(epoch)))};
    for (std::size_t line = 0; line < lineCount; ++line)
        if (isAuroc(line) == upper)
            words << QStringLiteral("%1 %2").arg(lineName(line), decimals(values(line)[at], 2));
    return words.join(QLatin1Char('\n'));
}

QString MechanismPanel::summary() const
{
    return m_lines.epochs.empty() ? QString() : m_verdict->text();
}

FigureTable MechanismPanel::table() const
{
    FigureTable table{.header = {"epoch", "auroc", "auroc_many", "auroc_medium", "auroc_few", "right_many", "right_medium", "right_few",
                                 "wrong_many", "wrong_medium", "wrong_few", "runs"},
                      .rows = {}};
    if (m_ownLabels)
        table.header = {"epoch",        "auroc",          "auroc_many",       "auroc_medium",
                        "auroc_few",    "unchanged_many", "unchanged_medium", "unchanged_few",
                        "changed_many", "changed_medium", "changed_few",      "runs"};
    for (std::size_t i = 0; i < m_lines.epochs.size(); ++i) {
        QList<QVariant> row = {int(m_lines.epochs[i])};
        for (std::size_t line = 0; line < lineCount; ++line)
            row << values(line)[i];
        row << int(m_runs.size());
        table.rows.push_back(row);
    }
    return table;
}

int MechanismPanel::figureHeight(int width) const
{
    const int line = QFontMetrics(Theme::instance().scopeFont()).lineSpacing();
    const int names = int(lineCount - aurocLines) * (line + Theme::instance().grid(0.25)); // the plots are of one height
    return 2 * std::max(names, width / 4) + 4 * line + m_verdict->heightAtFoot(width);
}

void MechanismPanel::paintFigure(QPainter& painter, const QRect& target)
{
    if (!m_lines.epochs.empty())
        m_plot->paintInto(painter, m_verdict->paintAtFoot(painter, target), figureLegend());
}

} // namespace reweigh
