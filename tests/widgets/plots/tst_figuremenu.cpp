// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OwnFolders.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/plots/EnlargedPanel.h"
#include "widgets/plots/FigureMenu.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/plots/PlotPanel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>
#include <QtTest>

using namespace reweigh;

/// A plot of three points.
class PointsPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit PointsPanel(Workbench& bench)
        : PlotPanel(QStringLiteral("points"), QStringLiteral("Points"), bench)
    {
        plot().addGraph()->setData({1.0, 2.0, 3.0}, {0.25, 0.5, 0.75});
        plot().rescaleAxes();
        plot().addReader([](const QPointF&) { return QStringLiteral("point 2: 0.5"); });
    }
    FigureTable table() const override { return {{"name", "y"}, {{"a\tb", 0.25}, {"c, d", 0.5}}}; }

protected:
    void attach(OpenStudy&) override { }
    void refresh() override { showBody(); }
};

/// A view that draws itself.
class Square : public PaintedView {
    Q_OBJECT
public:
    Square()
        : PaintedView(QStringLiteral("square"), QStringLiteral("A square"))
    {
    }
    void paint(QPainter& painter, const QRectF& target) const override { painter.fillRect(target, Qt::darkGreen); }
    int heightFor(int) const override { return 40; }
    QString tipAt(const QPointF&) const override { return QStringLiteral("a dark green square"); }
};

class SquarePanel : public Panel {
    Q_OBJECT
public:
    explicit SquarePanel(Workbench& bench)
        : Panel(QStringLiteral("square-panel"), QStringLiteral("Square"), bench)
    {
        setBody((new Square)->scrolled());
    }
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override { painter.fillRect(target, Qt::darkGreen); }
    using Panel::showBody;
    using Panel::showEmpty;
    using Panel::showPale;

protected:
    void attach(OpenStudy&) override { }
    void refresh() override { showBody(); }
};

/// Tests of what the menu of a figure offers, for a plot and for a view that draws itself.
class tst_FigureMenu : public QObject {
    Q_OBJECT

    /// Both panels beside each other in a window, as docks hold them.
    struct Shown {
        Workbench bench;
        QWidget window;
        PointsPanel* points = new PointsPanel(bench);
        SquarePanel* square = new SquarePanel(bench);

        Shown()
        {
            auto* row = new QHBoxLayout(&window);
            for (Panel* panel : {static_cast<Panel*>(points), static_cast<Panel*>(square)}) {
                new FigureMenu(*panel, bench);
                auto* box = new QWidget;
                (new QHBoxLayout(box))->addWidget(panel);
                row->addWidget(box, 1);
            }
            window.resize(900, 400);
            window.show();
            QApplication::processEvents();
        }
    };

    /// The menu that a right click at the middle of the panel's body opens.
    static QMenu* contextMenu(Panel& panel)
    {
        const QPoint middle = panel.rect().center() + QPoint(0, 20);
        QWidget* under = panel.childAt(middle); // where the system sends it
        QContextMenuEvent event(QContextMenuEvent::Mouse, under->mapFrom(&panel, middle), panel.mapToGlobal(middle));
        QCoreApplication::sendEvent(under, &event);
        QMenu* menu = panel.findChild<QMenu*>("figureMenu");
        return menu && menu->isVisible() ? menu : nullptr;
    }

    static QAction* entry(const QMenu& menu, const char* name)
    {
        for (QAction* action : menu.actions())
            if (action->objectName() == QLatin1String(name))
                return action;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void copiesTheValueAtThePointer()
    {
        Shown shown;
        using Said = std::pair<Panel*, QString>;
        for (const auto& [panel, value] : {Said(shown.points, "point 2: 0.5"), Said(shown.square, "a dark green square")}) {
            QMenu* menu = contextMenu(*panel);
            QVERIFY2(menu, qPrintable(panel->id()));
            QVERIFY(entry(*menu, "copyValue")->isEnabled());
            entry(*menu, "copyValue")->trigger();
            QCOMPARE(QGuiApplication::clipboard()->text(), value);
            menu->close();
        }
    }

    void copiesDataForSpreadsheetsAndAsCsv()
    {
        Shown shown;
        QMenu& menu = shown.points->menu();
        Q_EMIT menu.aboutToShow();
        entry(menu, "copyData")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("name\ty\n\"a\tb\"\t0.25\nc, d\t0.5\n"));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data("text/csv"), QByteArray("name,y\na\tb,0.25\n\"c, d\",0.5\n"));
        Q_EMIT shown.square->menu().aboutToShow();
        QVERIFY(!entry(shown.square->menu(), "copyData")->isEnabled()); // it has no data
    }

    void copiesThePictureOfViewsThatDrawThemselvesToo()
    {
        Shown shown;
        entry(shown.square->menu(), "copyPicture")->trigger();
        const QImage picture = QGuiApplication::clipboard()->image();
        QCOMPARE(picture.size(), QSize(1600, 992)); // 0.62 of its width high
        QCOMPARE(picture.pixelColor(800, 496), QColor(Qt::darkGreen));
    }

    void showsTheWholePlotAgain()
    {
        Shown shown;
        QMenu* menu = contextMenu(*shown.points);
        QVERIFY(menu && !entry(*menu, "showWhole")->isEnabled());
        menu->close();
        QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
        Plot& plot = shown.points->plot();
        const QCPRange whole = plot.xAxis->range();
        plot.navigator().hold(*plot.xAxis, {1.5, 2.5});
        menu = contextMenu(*shown.points);
        QVERIFY(menu && entry(*menu, "showWhole")->isEnabled());
        entry(*menu, "showWhole")->trigger();
        QCOMPARE(plot.xAxis->range(), whole);
        menu = contextMenu(*shown.square);
        QVERIFY(menu && !entry(*menu, "showWhole"));
    }

    void anotherStudyShowsTheWholePlot()
    {
        Shown shown;
        Plot& plot = shown.points->plot();
        plot.navigator().hold(*plot.xAxis, {1.5, 2.5});
        shown.bench.newStudy(ExperimentConfig());
        QVERIFY(!plot.navigator().moved());
    }

    void viewsThatDrawThemselvesAreZoomedToo()
    {
        Shown shown;
        auto* view = shown.square->findChild<Square*>("square");
        auto* zoom = new ViewZoom(*view, Qt::Horizontal, [view] { return QRectF(view->rect()); });
        zoom->hold(Qt::Horizontal, {0.2, 0.4});
        QMenu* menu = contextMenu(*shown.square);
        QVERIFY(menu && entry(*menu, "showWhole")->isEnabled());
        entry(*menu, "showWhole")->trigger();
        QVERIFY(!zoom->moved());
        zoom->hold(Qt::Horizontal, {0.2, 0.4});
        shown.bench.newStudy(ExperimentConfig());
        QVERIFY(!zoom->moved());
    }

    void enlargesAndEscapeGivesBack()
    {
        Shown shown;
        const QRect before(shown.points->mapTo(&shown.window, QPoint()), shown.points->size());
        entry(shown.points->menu(), "enlarge")->trigger();
        QApplication::processEvents();
        QVERIFY(EnlargedPanel::shows(*shown.points));
        QVERIFY(shown.points->isVisible());
        QVERIFY(shown.points->width() > 800 && shown.points->height() > 300);

        shown.window.resize(1100, 500);
        QTRY_VERIFY(shown.points->width() > 1000);
        shown.window.resize(900, 400);
        QApplication::processEvents();

        auto* back = shown.window.findChild<QToolButton*>("enlargedBack");
        QVERIFY(back && back->isVisible());
        QApplication::setActiveWindow(&shown.window);
        QTRY_VERIFY(back->hasFocus() || shown.points->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!EnlargedPanel::shows(*shown.points));
        QTRY_COMPARE(QRect(shown.points->mapTo(&shown.window, QPoint()), shown.points->size()), before);
        QVERIFY(shown.points->isVisible());
    }

    void oneAtATimeAndNeverWithoutItsPlace()
    {
        Shown shown;
        EnlargedPanel::toggle(*shown.points);
        EnlargedPanel::toggle(*shown.square);
        QVERIFY(!EnlargedPanel::shows(*shown.points) && EnlargedPanel::shows(*shown.square));
        QWidget* place = shown.points->parentWidget();
        EnlargedPanel::toggle(*shown.points);
        place->hide(); // as when another layout is chosen
        QVERIFY(!EnlargedPanel::shows(*shown.points));
        QCOMPARE(shown.points->parentWidget(), place);
    }

    void aDoubleClickOnTheTitleEnlarges()
    {
        Shown shown;
        QTest::mouseDClick(shown.points->findChild<QLabel*>("panelTitle"), Qt::LeftButton);
        QVERIFY(EnlargedPanel::shows(*shown.points));
    }

    void paleUntilThereIsSomethingToShow()
    {
        Shown shown;
        SquarePanel& panel = *shown.square;
        panel.showEmpty("nothing yet");
        QVERIFY(!panel.showPale("before"));
        QVERIFY(!panel.isPale());
        panel.showBody();
        QVERIFY(panel.showPale("trial 1, until 2 is there"));
        QVERIFY(panel.isPale());
        QCOMPARE(panel.scope(), QStringLiteral("trial 1, until 2 is there"));
        QVERIFY(panel.findChild<Square*>("square")->isVisible());
        Q_EMIT panel.menu().aboutToShow();
        QVERIFY(!entry(panel.menu(), "copyPicture")->isEnabled());
        panel.showBody();
        QVERIFY(!panel.isPale());
        panel.showPale("again");
        shown.bench.newStudy(ExperimentConfig()); // the picture is of another study
        QVERIFY(!panel.isPale());
        QVERIFY(!panel.showPale("of another study"));
    }
};

QTEST_MAIN(tst_FigureMenu)
#include "tst_figuremenu.moc"
