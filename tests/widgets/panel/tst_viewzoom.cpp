// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Gestures.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/panel/ValueAxis.h"
#include "widgets/panel/ViewZoom.h"

#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>
#include <limits>
#include <memory>

using namespace reweigh;
using Range = ViewZoom::Range;

/// A view of 260 x 140 pixels whose axes take 200 x 100 of them: from 0 to 10 rightwards, 20 pixels each, and from 0 to 1 upwards.
class ZoomedView : public PaintedView {
    Q_OBJECT
public:
    explicit ZoomedView(Qt::Orientations axes = Qt::Horizontal | Qt::Vertical)
        : PaintedView(QStringLiteral("zoomed"), QStringLiteral("A view"))
        , zoom(*new ViewZoom(*this, axes, [this] { return inside; }))
    {
        zoom.setWhole(Qt::Horizontal, 0.0, 10.0);
        zoom.setWhole(Qt::Vertical, 0.0, 1.0);
        resize(260, 140);
        show();
    }
    void paint(QPainter&, const QRectF&) const override { }
    int heightFor(int) const override { return 140; }

    Range x() const { return zoom.range(Qt::Horizontal); }
    Range y() const { return zoom.range(Qt::Vertical); }

    QRectF inside{40.0, 10.0, 200.0, 100.0};
    ViewZoom& zoom;
};

/// Tests of the gestures of views that paint themselves. They are those of tst_navigator for plots.
class tst_ViewZoom : public QObject {
    Q_OBJECT

    static bool near(double value, double expected) { return std::abs(value - expected) <= 1e-9; }
    static bool near(const Range& range, double low, double high) { return near(range.low, low) && near(range.high, high); }
    static bool takesKey(QWidget& view, int key, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        return QCoreApplication::sendEvent(&view, &event) && event.isAccepted(); // which a widget that has no use for it denies
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theWheelZoomsAtThePointer()
    {
        ZoomedView view;
        QSignalSpy changed(&view.zoom, &ViewZoom::changed);
        QVERIFY(test::wheelAt(view, {90.0, 60.0})); // at 2.5 and 0.5
        QVERIFY(near(view.x(), 0.5, 8.5));          // a notch shows 0.8 of what was seen
        QVERIFY(near(view.y(), 0.1, 0.9));
        QVERIFY(near(view.zoom.x(2.5, view.inside), 90.0) && near(view.zoom.y(0.5, view.inside), 60.0));
        QVERIFY(view.zoom.moved());
        QCOMPARE(changed.count(), 1); // for both axes
        QVERIFY(test::wheelAt(view, {90.0, 60.0}, -120));
        QVERIFY(near(view.x(), 0.0, 10.0) && near(view.y(), 0.0, 1.0));
    }

    void besideTheAxesItZoomsOneOfThemOrNone()
    {
        ZoomedView view;
        QVERIFY(test::wheelAt(view, {140.0, 120.0})); // over the labels below
        QVERIFY(near(view.x(), 1.0, 9.0) && near(view.y(), 0.0, 1.0));
        QVERIFY(test::wheelAt(view, {20.0, 60.0})); // over those at the left
        QVERIFY(near(view.x(), 1.0, 9.0) && near(view.y(), 0.1, 0.9));
        view.zoom.reset();
        for (const QPointF place : {QPointF(20.0, 120.0), QPointF(250.0, 60.0), QPointF(140.0, 5.0)})
            QVERIFY(!test::wheelAt(view, place)); // goes on to what scrolls
        view.inside = {};                         // there is nothing to zoom
        QVERIFY(!test::wheelAt(view, {90.0, 60.0}));
        QVERIFY(!view.zoom.moved());
    }

    void draggingPansAndADoubleClickGoesBack()
    {
        ZoomedView view;
        test::dragOver(view, {140, 60}, {240, 85}); // the hand takes the picture half of it to the right, a quarter down
        QVERIFY(near(view.x(), -5.0, 5.0) && near(view.y(), 0.25, 1.25));
        QVERIFY(view.zoom.dragged());
        auto* back = view.findChild<QToolButton*>("plotReset");
        QVERIFY(back && back->isVisible());
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {140, 60});
        QVERIFY(near(view.x(), 0.0, 10.0) && !view.zoom.moved() && !back->isVisible());
        test::dragOver(view, {140, 60}, {142, 61}); // a click of an unsteady hand
        QVERIFY(!view.zoom.moved() && !view.zoom.dragged());
        view.zoom.hold(Qt::Horizontal, {2.0, 3.0});
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(!view.zoom.moved());
    }

    void withShiftARectangleIsChosen()
    {
        ZoomedView view;
        test::dragOver(view, {80, 35}, {120, 85}, Qt::ShiftModifier);
        QVERIFY(near(view.x(), 2.0, 4.0) && near(view.y(), 0.25, 0.75));
        QVERIFY(!view.zoom.dragged());
    }

    void absurdRangesAreRefused()
    {
        ZoomedView view;
        const double infinity = std::numeric_limits<double>::infinity();
        for (const Range refused : {Range{3.0, 3.0}, Range{4.0, 3.0}, Range{0.0, 100.1}, Range{1.0, 1.00009}, Range{0.0, infinity}})
            view.zoom.hold(Qt::Horizontal, refused);
        QVERIFY(!view.zoom.moved());
        for (int i = 0; i < 60; ++i)
            test::wheelAt(view, {140.0, 60.0}, -120);
        QVERIFY(view.x().size() <= 100.0 && view.x().size() > 80.0);
        for (int i = 0; i < 120; ++i)
            test::wheelAt(view, {140.0, 60.0});
        QVERIFY(view.x().size() >= 1e-4 && view.x().size() < 1.25e-4);
        view.zoom.reset();
        view.zoom.setWhole(Qt::Horizontal, 7.0, 7.0); // is no range
        QVERIFY(near(view.x(), 0.0, 10.0));
    }

    void keysZoomAndPan()
    {
        ZoomedView view;
        QVERIFY(takesKey(view, Qt::Key_Plus));
        QVERIFY(near(view.x(), 1.0, 9.0) && near(view.y(), 0.1, 0.9));
        takesKey(view, Qt::Key_Minus);
        takesKey(view, Qt::Key_Right, Qt::ShiftModifier); // a tenth of what is seen
        QVERIFY(near(view.x(), 1.0, 11.0));
        takesKey(view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(near(view.y(), 0.1, 1.1));
        takesKey(view, Qt::Key_Home);
        QVERIFY(!view.zoom.moved());

        view.zoom.setKeyPans(Qt::Horizontal); // the others are the view's own
        QVERIFY(!takesKey(view, Qt::Key_Up, Qt::ShiftModifier) && !takesKey(view, Qt::Key_Right));
        QVERIFY(!view.zoom.moved());
    }

    /// In a scroll area, which has the keyboard focus, keys zoom too.
    void keysOfAScrollAreaZoom()
    {
        auto* view = new ZoomedView(Qt::Horizontal);
        const std::unique_ptr<QWidget> area(view->scrolled());
        area->resize(280, 100);
        area->show();
        QKeyEvent plus(QEvent::KeyPress, Qt::Key_Plus, {});
        QCoreApplication::sendEvent(area.get(), &plus);
        QVERIFY(near(view->x(), 1.0, 9.0) && near(view->y(), 0.0, 1.0));
        auto* bar = qobject_cast<QScrollArea*>(area.get())->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, {});
        QCoreApplication::sendEvent(area.get(), &down);
        QVERIFY(bar->value() > 0);
        QVERIFY(near(view->x(), 1.0, 9.0));
    }

    void oneAxisMovesAlone()
    {
        ZoomedView view(Qt::Horizontal);
        QVERIFY(test::wheelAt(view, {140.0, 60.0}));
        QVERIFY(!test::wheelAt(view, {20.0, 60.0})); // names, where a vertical axis would be
        QVERIFY(near(view.x(), 1.0, 9.0) && near(view.y(), 0.0, 1.0));
        view.zoom.reset();
        test::dragOver(view, {80, 20}, {120, 22}, Qt::ShiftModifier); // as flat as it is, it is as wide as was meant
        QVERIFY(near(view.x(), 2.0, 4.0));
        test::dragOver(view, {80, 20}, {82, 80}, Qt::ShiftModifier); // it chooses no part of a horizontal axis
        QVERIFY(near(view.x(), 2.0, 4.0));
    }

    /// New data, which change the whole, leave what the user has zoomed into.
    void newWholesWait()
    {
        ZoomedView view;
        test::wheelAt(view, {140.0, 60.0});
        view.zoom.setWhole(Qt::Horizontal, 0.0, 20.0);
        QVERIFY(near(view.x(), 1.0, 9.0));
        QCOMPARE(view.zoom.whole(Qt::Horizontal), (Range{0.0, 20.0}));
        view.zoom.release();
        QVERIFY(near(view.x(), 0.0, 20.0));
        view.zoom.setWhole(Qt::Horizontal, 0.0, 30.0); // is shown at once where nothing is zoomed
        QVERIFY(near(view.x(), 0.0, 30.0));
    }

    /// Where a view has gestures of its own, only the wheel and Shift are the zoom's.
    void aViewKeepsItsOwnPlaces()
    {
        ZoomedView view;
        view.zoom.setKept([](QPointF place) { return place.x() < 140.0; });
        test::dragOver(view, {100, 60}, {130, 60});
        QVERIFY(!view.zoom.moved() && !view.zoom.dragged());
        test::dragOver(view, {80, 35}, {120, 85}, Qt::ShiftModifier);
        QVERIFY(near(view.x(), 2.0, 4.0));
        QVERIFY(test::wheelAt(view, {90.0, 60.0}));
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {100, 60});
        QVERIFY(view.zoom.moved());
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {200, 60});
        QVERIFY(!view.zoom.moved());
    }

    void whereItDoesNotReachTheWheelGoesOn()
    {
        ZoomedView view;
        view.zoom.setReach([](QPointF place) { return place.y() < 50.0; });
        QVERIFY(!test::wheelAt(view, {140.0, 60.0}));
        test::dragOver(view, {140, 60}, {200, 60});
        QVERIFY(!view.zoom.moved());
        takesKey(view, Qt::Key_Plus); // keys know no place
        QVERIFY(near(view.x(), 1.0, 9.0));
    }

    void aPlaceIsRevealed()
    {
        ZoomedView view;
        view.zoom.reveal(Qt::Horizontal, 20.0, 21.0); // not zoomed: all is shown
        QVERIFY(!view.zoom.moved());
        view.zoom.hold(Qt::Horizontal, {2.0, 4.0});
        view.zoom.reveal(Qt::Horizontal, 2.5, 3.5);
        QVERIFY(near(view.x(), 2.0, 4.0));
        view.zoom.reveal(Qt::Horizontal, 4.0, 5.0);
        QVERIFY(near(view.x(), 3.0, 5.0));
        view.zoom.reveal(Qt::Horizontal, 0.0, 1.0);
        QVERIFY(near(view.x(), 0.0, 2.0));
    }

    void aPartOfAnAxisHasRoundTicks()
    {
        const ValueAxis part = ValueAxis::over(0.8123, 0.8177); // a quarter of it is 0.00135: steps of 0.002
        QCOMPARE(part.low, 0.8123);
        QCOMPARE(part.digits, 3);
        QStringList labels;
        for (const double tick : part.ticks())
            labels << part.label(tick);
        QCOMPARE(labels, QStringList({"0.814", "0.816"}));
        const ValueAxis whole = ValueAxis::around(0.8123, 0.8177);
        QVERIFY(near(whole.low, 0.812) && near(whole.high, 0.818));
        QCOMPARE(whole.ticks().size(), std::size_t(4));
        const ValueAxis zero = ValueAxis::over(-0.3, 0.6);
        QCOMPARE(zero.label(zero.ticks().front()), QStringLiteral("0.0")); // and not −0.0
        QCOMPARE(zero.ticks().size(), std::size_t(2));
    }
};

QTEST_MAIN(tst_ViewZoom)
#include "tst_viewzoom.moc"
