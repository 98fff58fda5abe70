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

class ElidedLabel;

/// The content of one dock: a title row (the title, and at its right in a dim colour the scope, which names the data shown) and a
/// body; between them a dim line of what its figures stand on, where there is something to say (heldOut). A panel shows the workbench's
/// current study. It recomputes its content at most once per event loop turn, and only while it
/// is visible.
/// Thread: GUI.
class Panel : public QWidget {
    Q_OBJECT
public:
    /// `id` names the panel in settings, layouts and file names: "weight-curve". It becomes the objectName.
    Panel(const QString& id, const QString& title, Workbench& bench, QWidget* parent = nullptr);

    QString id() const { return objectName(); }
    /// True while the body still shows what was before: see showPale().
    bool isPale() const;
    QString title() const;
    QString scope() const;

    /// Describes in one or two sentences what the panel shows. Used as the accessible description only.
    virtual QString summary() const { return scope(); }
    /// The data of the view; empty for a panel of controls.
    virtual FigureTable table() const { return {}; }

    /// True if the panel draws a figure that can be exported.
    virtual bool hasFigure() const { return false; }
    /// The name, without its ending, of the file that an export of this view alone offers: it says what is shown, "weight-curve-trial-9".
    virtual QString figureName() const { return id(); }
    /// What the line below an exported figure names instead of the study in view and its recipe; empty: those.
    virtual QString source() const { return {}; }
    /// What the figures stand on (OpenStudy::heldOut); empty where there is nothing to say, or the panel shows nothing that rests on images
    /// that are held out.
    virtual QString heldOut() const { return m_restsOnHeldOut ? study().heldOut() : QString(); }
    /// False while the panel has nothing to draw, so that an export of all figures leaves it out.
    virtual bool hasContent() const { return !showsEmpty(); }
    /// The least height in pixels at which the figure's content fits into `width` pixels; 0 if it fits any.
    virtual int figureHeight(int /*width*/) const { return 0; }
    /// Whether figures say which line is what. An export sets it before it draws.
    void setFigureLegend(bool on) { m_figureLegend = on; }
    /// Draws the figure without its title into `target`. The painter is a QCPPainter (widgets/plots/FigureExport makes it).
    virtual void paintFigure(QPainter&, const QRect& /*target*/) { }

    /// What the panel says, in place of its body, of a study that another program made: it needs what only this program stores.
    void setOthersText(const QString& text) { m_othersText = text; }
    /// What the panel shows rests on images that are held out: weights learned from them, accuracies on them.
    void setRestsOnHeldOut() { m_restsOnHeldOut = true; }

    /// True if the panel is up to date or not visible. Results computed off the GUI thread may still be missing.
    bool isFresh() const { return !m_dirty || !isVisible(); }

    /// The title row's menu, to which a view adds its entries (log axes, what is shown).
    QMenu& menu() { return *m_menu; }

    /// Refreshes even if the panel is not visible, before its figure is exported. Results computed off the GUI thread arrive later.
    /// Returns whether there was anything to refresh.
    bool bringUpToDate();

Q_SIGNALS:
    void titleChanged();
    /// Another study came into view.
    void turned();
    /// The title row's "Export this view" was chosen.
    void exportWanted(reweigh::Panel* panel);

protected:
    Workbench& bench() const { return m_bench; }
    OpenStudy& study() const { return m_bench.current(); }

    void setTitle(const QString& title);
    /// `brief`: what stands in the title row in its place, where the whole would be cut; the whole is its tool tip and the figure's scope.
    void setScope(const QString& scope, const QString& brief = {});
    /// Adds a control at the right of the title row.
    void addTitleWidget(QWidget* widget);
    void setBody(QWidget* body);
    /// Shows a text in place of the body: what the panel will show, and a button for the action that is needed first. Where that is to run a
    /// study of another program, the text says that it cannot be run.
    void showEmpty(const QString& what, QAction* action = nullptr);
    void showBody();
    /// Leaves the body as it is, but pale, because what will be shown in its place is not there yet; `scope` says what is seen
    /// meanwhile. The next showBody() or showEmpty() ends it. Does nothing and returns false if the body has shown nothing of the study
    /// in view so far.
    bool showPale(const QString& scope);
    bool showsEmpty() const;
    bool figureLegend() const { return m_figureLegend; }

    /// Whether the panel is about the study in view: where nothing of that can be read, it says so in place of its body.
    virtual bool isOfStudy() const { return true; }
    /// Connects the panel to `study`. Use `study`'s own signals with `this` as receiver: all these connections are removed when
    /// another study comes into view.
    virtual void attach(OpenStudy& study) = 0;
    /// Brings the body up to date. Called after scheduleRefresh() once the panel is visible.
    virtual void refresh() = 0;
    void scheduleRefresh();
    /// Called when colours or fonts changed. scheduleRefresh() is called afterwards.
    virtual void retheme() { }

    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeVeil();
    void sayHeldOut();
    void turnTo(OpenStudy& study);
    void refreshNow();
    void refreshOrRefuse();
    void applyTheme();

    Workbench& m_bench;
    QPointer<OpenStudy> m_shown;
    QString m_othersText;
    bool m_restsOnHeldOut = false;
    QHBoxLayout* m_titleRow;
    QLabel* m_title;
    QLabel* m_scope;
    ElidedLabel* m_heldOut;
    QMenu* m_menu;
    QToolButton* m_menuButton;
    QStackedLayout* m_stack;
    QWidget* m_body = nullptr;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QToolButton* m_emptyAction;
    QWidget* m_veil;         ///< over the body while it is pale
    bool m_hasShown = false; ///< the body shows something of the study in view
    bool m_dirty = true;
    bool m_scheduled = false;
    bool m_figureLegend = true;
};

} // namespace reweigh
