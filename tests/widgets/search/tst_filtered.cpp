// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/search/ShownPanels.h"

#include <QThreadPool>
#include <QtTest>

#include <chrono>

using namespace reweigh;
using test::ShownPanels;

/// One filter line for all views: none of the layout Search looks the same with it and without it.
class tst_Filtered : public QObject {
    Q_OBJECT

    /// searchedStudy() with times, which the time line needs.
    static std::shared_ptr<const StudySnapshot> timed()
    {
        const auto study = test::searchedStudy(40);
        for (auto& trial : study->trials) {
            const auto with = std::make_shared<StudyTrial>(*trial);
            with->started = Timestamp(std::chrono::hours(with->number));
            with->finished = *with->started + std::chrono::minutes(50);
            trial = with;
        }
        return study;
    }

    /// A picture of the panel once it has drawn what it computes off this thread; null: it never comes to rest.
    static QImage picture(Panel& panel)
    {
        QImage last;
        const bool rests = QTest::qWaitFor(
            [&] {
                const QImage now = panel.grab().toImage();
                const bool same =
                    now == last && panel.hasContent() && panel.isFresh() && QThreadPool::globalInstance()->activeThreadCount() == 0;
                last = now;
                return same;
            },
            20000);
        return rests ? last : QImage();
    }

private Q_SLOTS:
    void everyViewFollowsTheFilter_data()
    {
        QTest::addColumn<QString>("panel");
        const ShownPanels shown;
        for (const Panel* panel : shown.panels)
            QTest::newRow(panel->id().toUtf8().constData()) << panel->id();
    }

    void everyViewFollowsTheFilter()
    {
        QFETCH(QString, panel);
        ShownPanels shown;
        shown.take(timed());
        Panel& view = shown.show(panel);
        const QImage whole = picture(view);
        QVERIFY(!whole.isNull());
        Selection::Trials few;
        for (std::int64_t number = 0; number < 20; ++number)
            few.insert(number);
        shown.selection().setFilter(few);
        QTRY_VERIFY(view.grab().toImage() != whole);
    }
};

QTEST_MAIN(tst_Filtered)
#include "tst_filtered.moc"
