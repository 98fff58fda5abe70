// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialListPanel.h"

#include "widgets/text/FigureText.h"
#include "widgets/text/InputText.h"
#include "widgets/theme/Theme.h"
#include "widgets/trials/TrialActions.h"
#include "widgets/trials/TrialFilterModel.h"
#include "widgets/trials/TrialScope.h"
#include "widgets/trials/TrialSelectionLink.h"
#include "widgets/trials/TrialText.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

void paintProgress(QPainter& painter, const QRectF& target, double share)
{
    const Theme& theme = Theme::instance();
    const double radius = target.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::Line));
    painter.drawRoundedRect(target, radius, radius);
    painter.setBrush(theme.colour(Role::Selection));
    painter.drawRoundedRect(QRectF(target.topLeft(), QSizeF(std::max(target.height(), target.width() * share), target.height())), radius,
                            radius);
}

} // namespace

QString noneLeftText(int trials)
{
    return TrialListPanel::tr("The filter keeps none of the %n trial(s).", nullptr, trials);
}

TrialEntry trialEntry(const TrialTableModel& model, int at)
{
    const TrialRow& row = model.row(at);
    TrialEntry entry{.mark = row.cutOff ? QStringLiteral("‖") : stateMark(row.state),
                     .number = QStringLiteral("#%1").arg(row.number),
                     .value = resultText(row, 3),
                     .role = row.cutOff ? Role::Dim : stateRole(row.state),
                     .star = model.marks(at).star,
                     .reports = model.trial(at).intermediate};
    if (row.proposal) {
        entry.input = inputText(row.proposal->metaNet);
        entry.layers = layersBrief(row.proposal->metaNet.hidden);
    }
    const int planned = model.snapshot().plannedEpochs();
    if (row.state == TrialState::Running && planned > 0)
        entry.progress = std::min(1.0, double(row.epoch) / planned);
    return entry;
}

void TrialListDelegate::paintLine(QPainter& painter, const QRectF& target, const std::vector<std::pair<int, double>>& reports,
                                  const TrialTableModel::Span& span)
{
    if (span.low > span.high)
        return;
    const double height = std::max(span.high - span.low, 1e-12), epochs = std::max(1, span.lastEpoch - 1);
    QPolygonF line;
    for (const auto& [epoch, value] : reports)
        if (std::isfinite(value))
            line << QPointF(target.left() + target.width() * std::clamp((epoch - 1) / epochs, 0.0, 1.0),
                            target.bottom() - target.height() * (value - span.low) / height);
    if (line.size() == 1) // one epoch is a point
        painter.drawEllipse(line.first(), 1.0, 1.0);
    else
        painter.drawPolyline(line);
}

void TrialListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& shown = static_cast<const TrialFilterModel&>(*index.model());
    const TrialTableModel& trials = shown.source();
    const TrialEntry entry = trialEntry(trials, shown.mapToSource(index).row());
    const Theme& theme = Theme::instance();
    const QFont strong = theme.strongFont(), body = theme.bodyFont();
    const QFontMetricsF strongMetrics(strong), bodyMetrics(body);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const double radius = theme.grid(0.5);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(option.state & QStyle::State_HasFocus ? QPen(theme.colour(Role::Selection), 1.2) : QPen(Qt::NoPen));
        painter->setBrush(theme.tint(Role::Selection, theme.dark() ? 0.30 : 0.16));
        painter->drawRoundedRect(card, radius, radius);
    }

    const double pad = theme.grid(0.5), height = strongMetrics.height();
    const QRectF inside = card.adjusted(pad, pad * 1.25, -pad, -pad * 1.25);
    const QRectF first(inside.left(), inside.top(), inside.width(), height);
    const double valueWidth = strongMetrics.horizontalAdvance(entry.value), markWidth = theme.grid(2);
    const double numberLeft = first.left() + markWidth, numberWidth = std::max(strongMetrics.horizontalAdvance(QStringLiteral("#00")),
                                                                               strongMetrics.horizontalAdvance(entry.number));
    const double inputLeft = numberLeft + numberWidth + pad;
    const auto text = [&](const QRectF& rect, const QFont& font, Role role, const QString& words, Qt::Alignment side = Qt::AlignLeft) {
        painter->setFont(font);
        painter->setPen(theme.colour(role));
        painter->drawText(rect, side | Qt::AlignVCenter, QFontMetricsF(font).elidedText(words, Qt::ElideRight, rect.width() + 0.5));
    };
    text({first.left(), first.top(), markWidth, height}, body, entry.role, entry.mark);
    text({numberLeft, first.top(), inputLeft - numberLeft, height}, strong, Role::Text, entry.number);
    text({inputLeft, first.top(), first.right() - valueWidth - pad - inputLeft, height}, theme.scopeFont(), Role::Dim, entry.input);
    text({first.right() - valueWidth, first.top(), valueWidth + 1, height}, strong, Role::Text, entry.value, Qt::AlignRight);

    const QRectF second(numberLeft, inside.bottom() - bodyMetrics.height(), inside.right() - numberLeft, bodyMetrics.height());
    if (entry.star)
        text({first.left(), second.top(), markWidth, second.height()}, body, Role::Warning, QStringLiteral("★"));
    const double lineLeft = std::max(inputLeft, second.left() + second.width() * 0.42);
    text({second.left(), second.top(), lineLeft - pad - second.left(), second.height()}, theme.scopeFont(), Role::Dim, entry.layers);
    painter->setPen(QPen(theme.colour(entry.role), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    TrialTableModel::Span span = trials.span();
    span.lastEpoch = std::max(span.lastEpoch, trials.snapshot().plannedEpochs());
    paintLine(*painter, QRectF(lineLeft, second.top(), second.right() - lineLeft, second.height()).adjusted(0, 2, -1, -2), entry.reports,
              span);
    if (entry.progress >= 0.0)
        paintProgress(*painter, {numberLeft, card.bottom() - theme.grid(0.5), lineLeft - pad - numberLeft, double(theme.grid(0.375))},
                      entry.progress);
    painter->restore();
}

QSize TrialListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const Theme& theme = Theme::instance();
    const double lines = QFontMetricsF(theme.strongFont()).height() + QFontMetricsF(theme.bodyFont()).height();
    return {theme.grid(24), int(std::ceil(lines + theme.grid(2.5)))};
}

TrialListPanel::TrialListPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("trial-list"), tr("Trials"), bench, parent)
    , m_trials(new TrialTableModel(this))
    , m_shown(new TrialFilterModel(this))
    , m_list(new QListView(this))
    , m_actions(new TrialActions(bench, nullptr, this))
{
    m_shown->setSource(*m_trials);
    m_list->setObjectName(QStringLiteral("trialList"));
    m_list->setAccessibleName(tr("Trials by number"));
    m_list->setItemDelegate(new TrialListDelegate(m_list));
    m_list->setUniformItemSizes(true); // the view asks only for visible rows, of possibly 10,000
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    // If the list shows the newest trial, it scrolls on when a newer one appears.
    connect(m_shown, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar* bar = m_list->verticalScrollBar();
        if (bar->maximum() > 0 && bar->value() == bar->maximum())
            QMetaObject::invokeMethod(m_list, &QListView::scrollToBottom, Qt::QueuedConnection);
    });
    m_link = new TrialSelectionLink(*m_list, *m_shown);
    m_list->setModelColumn(m_trials->columnOf(TrialColumn::Number));
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    setBody(m_list);
    setFocusProxy(m_list);
    m_actions->addTo(menu());
}

bool TrialListPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->text() == QLatin1String("*")) {
        m_actions->toggleStar();
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::ContextMenu) {
        menu().popup(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    return Panel::eventFilter(watched, event);
}

void TrialListPanel::attach(OpenStudy& study)
{
    m_link->follow(study.selection());
    for (const auto signal : {&OpenStudy::snapshotChanged, &OpenStudy::marksChanged, &OpenStudy::selectionChanged,
                              &OpenStudy::filterChanged, &OpenStudy::configChanged})
        connect(&study, signal, this, &TrialListPanel::scheduleRefresh);
}

void TrialListPanel::refresh()
{
    OpenStudy& study = this->study();
    m_trials->setSnapshot(study.snapshot());
    m_trials->setMarks(study.document().allMarks());
    m_shown->setLeft(study.selection().filter());
    m_link->pull();
    m_actions->update();
    if (m_trials->rowCount() == 0) {
        showEmpty(tr("Trials will stand here as they begin."), bench().action("run"));
        return;
    }
    if (m_shown->rowCount() == 0)
        showEmpty(noneLeftText(m_trials->rowCount()), m_actions->showAll());
    else
        showBody();
    setScope(scopeText());
}

/// "12 of 30": trials begun, of the budget. Only the number of trials if the budget is used up or another program made the study.
QString TrialListPanel::scopeText() const
{
    const StudySnapshot& snapshot = m_trials->snapshot();
    const int begun = countTrials(snapshot).all, budget = snapshot.facts ? study().config().search.trials : 0;
    const auto& left = study().selection().filter();
    if (left)
        return tr("%1 of %2 shown").arg(QLocale().toString(m_shown->rowCount()), QLocale().toString(begun));
    return begun < budget ? tr("%1 of %2").arg(QLocale().toString(begun), QLocale().toString(budget)) : QLocale().toString(begun);
}

QString TrialListPanel::summary() const
{
    return m_trials->rowCount() == 0 ? tr("No trial yet.") : tr("%n trial(s) begun.", nullptr, m_trials->rowCount());
}

FigureTable TrialListPanel::table() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        rows.push_back(m_shown->mapToSource(m_shown->index(row, 0)).row());
    return m_trials->table(rows);
}

void TrialListPanel::retheme()
{
    m_list->doItemsLayout(); // the height of entries depends on the font
}

} // namespace reweigh
