// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/FigureTable.h"
#include "widgets/state/Workbench.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPainter;
class QStackedLayout;
class QToolButton;

namespace reweigh {

/// The content of one dock: a title row (what the panel asks, and dim at the right over what) and a body. It shows the
/// workbench's current study; what it shows is recomputed once an event loop turn, and only while it can be seen.
/// Thread: GUI.
class Panel : public QWidget {
    Q_OBJECT
public:
    /// `id` names the panel in settings, layouts and file names: "weight-curve". It becomes the objectName.
    Panel(const QString& id, const QString& title, Workbench& bench, QWidget* parent = nullptr);

    QString id() const { return objectName(); }
    QString title() const;
    QString scope() const;

    /// What is seen, in one or two sentences: the accessible description, also shown by nothing else.
    virtual QString summary() const { return scope(); }
    /// The data behind the view; empty for a panel of controls.
    virtual FigureTable table() const { return {}; }

    /// A panel that draws something a paper could show.
    virtual bool hasFigure() const { return false; }
    /// Draws the figure without its title into `target`. The painter is a QCPPainter (widgets/plots/FigureExport makes it).
    virtual void paintFigure(QPainter&, const QRect& /*target*/) {}

    /// Nothing is waiting to be drawn on screen.
    bool isFresh() const { return !m_dirty || !isVisible(); }

    /// Entries of the title row's menu; a view adds its own (log axes, what is shown).
    QMenu& menu() { return *m_menu; }

    /// Refreshes although nobody can see it: before its figure is exported. What it computes off the GUI thread comes later.
    void bringUpToDate();

Q_SIGNALS:
    void titleChanged();
    /// The title row's "Export this view" was chosen.
    void exportWanted(reweigh::Panel* panel);

protected:
    Workbench& bench() const { return m_bench; }
    OpenStudy& study() const { return m_bench.current(); }

    void setTitle(const QString& title);
    void setScope(const QString& scope);
    /// A control at the right of the title row.
    void addTitleWidget(QWidget* widget);
    void setBody(QWidget* body);
    /// Instead of the body: what will be here, and the one action that brings it.
    void showEmpty(const QString& what, QAction* action = nullptr);
    void showBody();

    /// Connect to `study`'s own signals, with `this` as receiver: all are cut when another study comes into view.
    virtual void attach(OpenStudy& study) = 0;
    /// Brings the body up to date. Called when asked for and visible.
    virtual void refresh() = 0;
    void scheduleRefresh();
    /// Colours or fonts changed; scheduleRefresh() follows by itself.
    virtual void retheme() {}

    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void turnTo(OpenStudy& study);
    void refreshNow();
    void applyTheme();

    Workbench& m_bench;
    QPointer<OpenStudy> m_shown;
    QHBoxLayout* m_titleRow;
    QLabel* m_title;
    QLabel* m_scope;
    QMenu* m_menu;
    QToolButton* m_menuButton;
    QStackedLayout* m_stack;
    QWidget* m_body = nullptr;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QToolButton* m_emptyAction;
    bool m_dirty = true;
    bool m_scheduled = false;
};

} // namespace reweigh
