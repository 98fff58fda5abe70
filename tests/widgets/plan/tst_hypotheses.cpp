// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlanFixture.h"

#include "widgets/plan/ClaimRowsView.h"
#include "widgets/theme/Theme.h"

#include <QPainter>

using namespace reweigh;
using test::MadePlan;

/// Rows of hypotheses and how they are drawn.
class tst_Hypotheses : public QObject {
    Q_OBJECT

    /// Two cells; of the seeds 1 to 3, "fixed" is ahead of "ce" by 0.10, 0.11 and 0.09 in both.
    static void fill(MadePlan& made)
    {
        for (std::size_t cell = 0; cell < 2; ++cell) {
            made.give(cell, "fixed", {.80, .82, .84});
            made.give(cell, "ce", {.70, .71, .75});
        }
    }

    static int pixels(const QImage& image, const QColor& colour)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour;
        return count;
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void wordsAndNumbers()
    {
        MadePlan made({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        fill(made);
        made.claim(ClaimKind::Better, "fixed", "ce", 0.01);
        made.claim(ClaimKind::Equal, "fixed", "ce", 0.02);
        made.claim(ClaimKind::Above, "ce", "", 0.72);
        const std::vector<ClaimRow> rows = claimRows(*test::snapshotOf(made));
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[0].name, QStringLiteral("h0"));
        QCOMPARE(rows[0].claim, QStringLiteral("fixed − ce > 1.00 points, test accuracy"));
        QCOMPARE(rows[0].statement, QStringLiteral("A sentence."));
        QVERIFY2(rows[0].seen.contains(QStringLiteral("+10.00 ± 2.48 points")), qPrintable(rows[0].seen)); // 4.3027 * 1 / sqrt(3)
        QVERIFY2(rows[0].seen.contains(QStringLiteral("12 of 12")), qPrintable(rows[0].seen));
        QCOMPARE(rows[0].status, QStringLiteral("✓ supported"));
        QVERIFY(rows[0].verdict == ClaimStatus::Supported && !rows[0].provisional && rows[0].hasInterval);
        QVERIFY(rows[0].low == 0.01 && std::isinf(rows[0].high) && test::near(rows[0].mean, 0.10));
        QVERIFY(test::near(rows[0].reach(), 0.10 + rows[0].halfWidth));
        QCOMPARE(rows[1].claim, QStringLiteral("|fixed − ce| < 2.00 points, test accuracy"));
        QVERIFY(rows[1].verdict == ClaimStatus::Refuted && rows[1].low == -0.02 && rows[1].high == 0.02);
        QCOMPARE(rows[2].claim, QStringLiteral("ce > 72.00 %, test accuracy"));
        QVERIFY(rows[2].verdict == ClaimStatus::CannotTell && rows[2].low == 0.0 && rows[2].status.startsWith(QLatin1Char('?')));
        QVERIFY(rows[0].tip.contains(QStringLiteral("c1: +10.00")) && rows[0].tip.contains(QStringLiteral("p ")));
        QCOMPARE(claimTable(*test::snapshotOf(made)).rows.size(), std::size_t(3));
    }

    /// Of a loss less is better: estimate and claim are turned round together.
    void ofALossTheDifferenceIsTurned()
    {
        MadePlan made({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        made.claim(ClaimKind::Better, "fixed", "ce", 0.1).metric = "test.loss";
        const ClaimRow row = claimRows(*test::snapshotOf(made)).front();
        QVERIFY(row.low == 0.1 && std::isinf(row.high) && !row.hasMean && row.unit == "test.loss");
        QVERIFY(row.claim.startsWith(QStringLiteral("ce − fixed > 0.100")));
    }

    void provisionalWhileRunsAreMissing()
    {
        MadePlan made({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}), 4);
        fill(made);
        made.claim(ClaimKind::Better, "fixed", "ce");
        const ClaimRow row = claimRows(*test::snapshotOf(made)).front();
        QVERIFY(row.provisional && row.seen.contains(QStringLiteral("12 of 16")));
        QVERIFY(row.status.contains(QStringLiteral("supported")) && row.status.contains(QStringLiteral("provisional")));
        QVERIFY(row.tip.contains(QStringLiteral("one look")));
    }

    void panelDrawsEveryStatusInItsColour()
    {
        MadePlan made({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        fill(made);
        made.claim(ClaimKind::Better, "fixed", "ce", 0.01);
        made.claim(ClaimKind::Better, "ce", "fixed", 0.01);
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-hypotheses");
        auto* view = panel->findChild<ClaimRowsView*>();
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->rows().size(), std::size_t(2));
        for (const int width : {320, 900}) { // narrow and wide
            QImage image(width, view->heightFor(width), QImage::Format_RGB32);
            image.fill(Theme::instance().colour(Role::Panel));
            QPainter painter(&image);
            view->paint(painter, image.rect());
            painter.end();
            const QImage first = image.copy(0, 0, width, image.height() / 2),
                         second = image.copy(0, image.height() / 2, width, image.height() / 2);
            QVERIFY(pixels(first, Theme::instance().colour(Role::Done)) > 20 && pixels(first, Theme::instance().colour(Role::Bad)) == 0);
            QVERIFY(pixels(second, Theme::instance().colour(Role::Bad)) > 20 && pixels(second, Theme::instance().colour(Role::Done)) == 0);
        }
        QVERIFY(view->tipAt({10.0, 2.0}).contains(QStringLiteral("fixed − ce")));
        QVERIFY(view->tipAt({10.0, double(view->heightFor(view->width())) - 4}).contains(QStringLiteral("ce − fixed")));
        QVERIFY(panel->summary().contains(QStringLiteral("refuted")));
    }

    /// In a figure for a paper nobody can ask for the tool tip.
    void longTextsWrap()
    {
        const QString sentence = QStringLiteral("Where noise and imbalance come together, one is better than the other. ").repeated(8);
        const ClaimRow plain{.name = "h", .claim = "a − b > 0", .statement = "Better.", .status = "?", .tip = "plain"};
        ClaimRow wordy = plain;
        wordy.statement = sentence;
        wordy.tip = QStringLiteral("wordy");
        ClaimRowsView view;
        view.setRows({plain});
        const int one = view.heightFor(900);
        view.setRows({wordy, plain});
        const int both = view.heightFor(900), line = QFontMetrics(Theme::instance().scopeFont()).height();
        QVERIFY2(both >= 2 * one + 3 * line, qPrintable(QStringLiteral("%1, %2").arg(one).arg(both)));
        view.resize(900, both);
        QCOMPARE(view.tipAt({5.0, both - one * 1.0 - 3}), QStringLiteral("wordy"));
        QCOMPARE(view.tipAt({5.0, both - 3.0}), QStringLiteral("plain"));
        QCOMPARE(view.tipAt({5.0, both + 3.0}), QString());
    }

    /// A word longer than the line was cut at its edge; now it goes on in the next one.
    void longWordsBreak()
    {
        const ClaimRow plain{.name = "h", .claim = "a − b > 0", .statement = "Better.", .status = "?", .tip = "plain"};
        for (const int width : {320, 900}) {
            const auto drawn = [&](const QString& statement, const QString& claim) {
                ClaimRow row = plain;
                row.statement = statement;
                row.claim = claim;
                ClaimRowsView view;
                view.setRows({row});
                QImage image(width, 600, QImage::Format_RGB32);
                image.fill(Theme::instance().colour(Role::Panel));
                QPainter painter(&image);
                view.paint(painter, QRectF(0, 0, width, view.heightFor(width)));
                return std::pair(view.heightFor(width), image);
            };
            const QString word = QString(QLatin1Char('w')).repeated(200), before = QStringLiteral("Better. ");
            const int line = QFontMetrics(Theme::instance().scopeFont()).height();
            const auto [height, image] = drawn(before + word, plain.claim);
            QVERIFY2(height >= drawn(plain.statement, plain.claim).first + line, qPrintable(QString::number(width)));
            QVERIFY(image != drawn(before + word.chopped(1) + QLatin1Char('i'), plain.claim).second); // its end is seen
            QVERIFY(drawn(plain.statement, word + "w").second != drawn(plain.statement, word + "i").second);
        }
        // What has no such words is broken as ever.
        const QFont font = Theme::instance().scopeFont();
        const QString sentence =
            QStringLiteral("Where noise and imbalance come together, one is better than the other.\n").repeated(3).trimmed();
        for (const int width : {150, 320, 900})
            QCOMPARE(wrappedHeight(font, sentence, width),
                     QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, sentence).height());
    }

    void withoutHypothesesItSaysHowToStateThem()
    {
        MadePlan made({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-hypotheses");
        QTRY_VERIFY(test::emptyText(*panel).contains(QStringLiteral("reweigh PLAN.json")));
        bench.plan().takeSnapshot(test::snapshotOf(made));
        auto* note = panel->findChild<QLabel*>(QStringLiteral("plan-hypotheses-note"));
        QTRY_VERIFY(note->isVisible() && note->text().contains(QStringLiteral("\"hypotheses\"")));
    }
};

QTEST_MAIN(tst_Hypotheses)
#include "tst_hypotheses.moc"
