// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialFilterLine.h"

#include "widgets/theme/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {
namespace {

constexpr int pauseMs = 600;
constexpr int choiceRole = Qt::UserRole;

/// A text in a menu, where "&" would underline a letter.
QString menuText(QString text)
{
    return text.replace('&', QStringLiteral("&&"));
}

} // namespace

TrialFilterLine::TrialFilterLine(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_keep(new QToolButton(this))
    , m_kept(new QMenu(m_keep))
    , m_forget(new QMenu(tr("Forget a filter"), m_kept))
    , m_problem(new QLabel(this))
    , m_choices(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_choices, this))
    , m_pause(new QTimer(this))
    , m_filters(QStringLiteral("trials/filters"), {})
{
    m_text->setObjectName(QStringLiteral("trialFilterText"));
    m_text->setAccessibleName(tr("Filter trials"));
    m_text->setPlaceholderText(tr("Filter: value>0.8 state:done layers:2 input:label tag:… words"));
    m_text->setToolTip(tr("<p>Trials that meet every part are shown in every view. Words: the row contains them. "
                          "<tt>value&gt;0.8</tt>, <tt>value:0.4..0.5</tt>, <tt>state:pruned,failed</tt>, <tt>#9</tt>, "
                          "<tt>input:loss+label</tt>, <tt>tag:*</tt>; a - in front turns a part round. "
                          "Ctrl+Space lists what can be written.</p>"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("state:pruned")) + Theme::instance().grid(4)); // and the button
    m_text->installEventFilter(this);
    m_keep->setObjectName(QStringLiteral("trialFilterKept"));
    m_keep->setText(tr("Kept"));
    m_keep->setToolTip(tr("Kept filters"));
    m_keep->setAccessibleName(m_keep->toolTip());
    m_keep->setPopupMode(QToolButton::InstantPopup);
    m_keep->setMenu(m_kept);
    // The style draws the menu's arrow over the end of the text, and asks for no room for it.
    m_keep->setMinimumWidth(m_keep->sizeHint().width() + style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, m_keep));
    m_forget->setObjectName(QStringLiteral("forgetFilters"));
    connect(m_kept, &QMenu::aboutToShow, this, &TrialFilterLine::fillKept);
    m_problem->setObjectName(QStringLiteral("trialFilterProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    keepInk(*m_problem, Role::Bad);
    m_problem->hide();

    m_problem->installEventFilter(this);
    m_completer->setWidget(m_text);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& at) { insert(at.data(choiceRole).toString()); });
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &TrialFilterLine::sayProblem);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_pause->start();
        if (!m_setting)
            Q_EMIT edited(text);
    });
    connect(m_text, &QLineEdit::textEdited, this, [this] { complete(false); });
    connect(m_text, &QLineEdit::editingFinished, this, &TrialFilterLine::sayProblem);

    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::instance().grid(0.5));
    row->addWidget(m_text, 1);
    row->addWidget(m_keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.25));
    column->addLayout(row);
    column->addWidget(m_problem);
}

QString TrialFilterLine::text() const
{
    return m_text->text();
}

void TrialFilterLine::setText(const QString& text)
{
    if (text == m_text->text())
        return;
    const QScopedValueRollback setting(m_setting, true); // blocked signals would hide the button that clears the line
    m_text->setText(text);
    m_pause->start();
}

void TrialFilterLine::setProblem(const std::optional<QueryProblem>& problem)
{
    m_wrong = problem ? tr("%1 Every trial is shown until the filter is right.", "what is wrong with the filter").arg(problem->sentence)
                      : QString();
    if (!m_pause->isActive() || !problem)
        sayProblem();
}

void TrialFilterLine::sayProblem()
{
    const QString said = m_wrong.isEmpty() ? QString() : QStringLiteral("%1 %2").arg(markOf(Role::Bad), m_wrong);
    if (said == m_problem->text())
        return;
    m_problem->setVisible(!said.isEmpty());
    m_problem->setText(said);
    m_text->setAccessibleDescription(m_wrong);
}

void TrialFilterLine::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

/// Shows what may stand at the cursor; unless the user has `asked` for it, only where a part has been begun.
void TrialFilterLine::complete(bool asked)
{
    m_completion = queryCompletion(m_text->text(), m_text->cursorPosition(), m_fields);
    const bool begun = m_completion.length > 0 || (m_completion.from > 0 && !m_text->text().at(m_completion.from - 1).isSpace());
    const QString written = m_text->text().mid(m_completion.from, m_completion.length);
    const bool done = m_completion.choices.size() == 1 && m_completion.choices.front().text == written;
    if (m_completion.choices.empty() || (!asked && (!begun || done)))
        return m_completer->popup()->hide();
    m_choices->clear();
    for (const QueryCompletion::Choice& choice : m_completion.choices) {
        auto* item = new QStandardItem(choice.help.isEmpty() ? choice.text : QStringLiteral("%1   %2").arg(choice.text, choice.help));
        item->setData(choice.text, choiceRole);
        m_choices->appendRow(item);
    }
    showChoices();
}

/// Shows the choices below the line and what is wrong with it, so that they do not cover that.
void TrialFilterLine::showChoices()
{
    const int end = m_problem->isHidden() ? 0 : m_problem->geometry().bottom() - m_text->y();
    QRect taken = m_text->rect();
    taken.setBottom(std::max(taken.bottom(), end) + 1); // the list begins in its last row
    m_completer->complete(taken);
    m_completer->popup()->selectionModel()->clear(); // Return takes a choice only where the user has gone to one
}

void TrialFilterLine::insert(const QString& choice)
{
    QString text = m_text->text();
    text.replace(m_completion.from, m_completion.length, choice);
    m_text->setText(text);
    m_text->setCursorPosition(m_completion.from + int(choice.size()));
    if (choice.endsWith(':'))
        QMetaObject::invokeMethod(
            this, [this] { complete(true); }, Qt::QueuedConnection); // the values come next
}

bool TrialFilterLine::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched == m_problem && (type == QEvent::Show || type == QEvent::Hide || type == QEvent::Move || type == QEvent::Resize)
        && m_completer->popup()->isVisible()) { // the choices make room for it
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        showChoices();
        m_completer->popup()->setCurrentIndex(chosen);
    }
    if (watched == m_text && type == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || (key->key() == Qt::Key_Space && key->modifiers() & Qt::ControlModifier)) {
            complete(true);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// The filters that the user has kept; their lines are their names.
void TrialFilterLine::fillKept()
{
    m_kept->clear();
    const QString now = m_text->text().simplified();
    const QStringList filters = m_filters.get();
    for (const QString& filter : filters)
        m_kept->addAction(menuText(filter), this, [this, filter] { m_text->setText(filter); });
    if (filters.isEmpty())
        m_kept->addAction(tr("No filter is kept yet"))->setEnabled(false);
    m_kept->addSeparator();
    QAction* keep = m_kept->addAction(tr("Keep this filter"), this, [this, filters, now] { m_filters.set(filters + QStringList(now)); });
    keep->setObjectName(QStringLiteral("keepFilter"));
    keep->setEnabled(!now.isEmpty() && !filters.contains(now) && m_wrong.isEmpty());
    m_forget->clear();
    for (const QString& filter : filters)
        m_forget->addAction(menuText(filter), this, [this, left = filters, filter]() mutable {
            left.removeAll(filter);
            m_filters.set(left);
        });
    m_kept->addMenu(m_forget);
    m_forget->menuAction()->setEnabled(!filters.isEmpty());
}

} // namespace reweigh
