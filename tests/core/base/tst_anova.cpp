// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/base/Json.h"
#include "core/base/TwoWayAnova.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

/// Two-way analysis of variance, held against statsmodels' recorded answers (tests/golden/anova.py) and sums by hand.
class tst_Anova : public QObject {
    Q_OBJECT

    static AnovaCell cellOf(const std::vector<double>& values)
    {
        AnovaCell cell;
        for (const double value : values)
            cell.add(value);
        return cell;
    }

    static bool none(const AnovaEffect& line)
    {
        return line.degrees == 0 && std::isnan(line.squares) && std::isnan(line.f) && std::isnan(line.p) && std::isnan(line.share);
    }

    /// Whether a line is the recorded one to 1e-9, relative; both may be unknown.
    static bool same(const AnovaEffect& line, const nlohmann::json& golden, const char* name)
    {
        if (golden.is_null())
            return none(line);
        const auto equal = [&](double ours, const char* key) {
            const auto theirs = golden.find(key);
            if (theirs == golden.end() || theirs->is_null())
                return std::isnan(ours);
            const bool near = std::abs(ours - theirs->get<double>()) <= 1e-9 * std::abs(theirs->get<double>());
            if (!near)
                qWarning("%s: %s is %.17g, statsmodels says %.17g", name, key, ours, theirs->get<double>());
            return near;
        };
        return line.degrees == golden.at("degrees").get<int>() && equal(line.squares, "squares") && equal(line.f, "f") && equal(line.p, "p")
               && equal(line.share, "share");
    }

private Q_SLOTS:
    void againstStatsmodels()
    {
        const auto text = readFile(REWEIGH_SOURCE_DIR "/tests/golden/anova.json");
        QVERIFY(text.ok());
        const nlohmann::json cases = nlohmann::json::parse(*text).at("cases");
        QVERIFY(cases.size() >= 19);
        for (const nlohmann::json& golden : cases) {
            AnovaCells cells;
            for (std::size_t i = 0; i < golden.at("values").size(); ++i)
                cells[golden.at("wrong")[i].get<std::size_t>()][golden.at("size")[i].get<std::size_t>()].add(golden.at("values")[i]);
            const TwoWayAnova table = twoWayAnova(cells);
            const auto name = golden.at("name").get<std::string>();
            QVERIFY2(std::abs(table.total - golden.at("total").get<double>()) <= 1e-9 * table.total, name.c_str());
            QVERIFY2(same(table.rows, golden.at("rows"), name.c_str()), name.c_str());
            QVERIFY2(same(table.columns, golden.at("columns"), name.c_str()), name.c_str());
            QVERIFY2(same(table.interaction, golden.at("interaction"), name.c_str()), name.c_str());
            QVERIFY2(same(table.residual, golden.at("residual"), name.c_str()), name.c_str());
        }
    }

    /// 2 values in each cell, each 1 from its mean; means 0, 2, 4 and 6, 8, 10: of 12 values the mean is 5. Rows: 12 * 3^2. Columns:
    /// 4 * (4 + 0 + 4). Residual: 12. F: 108 / (12 / 6) and 16 / 2.
    void byHand()
    {
        AnovaCells cells;
        for (std::size_t row = 0; row < 2; ++row)
            for (std::size_t column = 0; column < 3; ++column) {
                const double mean = 6.0 * double(row) + 2.0 * double(column);
                cells[row][column] = cellOf({mean - 1, mean + 1});
            }
        const TwoWayAnova table = twoWayAnova(cells);
        QCOMPARE(table.rows.squares, 108.0);
        QCOMPARE(table.columns.squares, 32.0);
        QVERIFY(std::abs(table.interaction.squares) < 1e-12);
        QCOMPARE(table.residual.squares, 12.0);
        QCOMPARE(table.total, 152.0);
        QCOMPARE(table.residual.degrees, 6);
        QCOMPARE(table.rows.f, 54.0);
        QCOMPARE(table.columns.f, 8.0);
        QVERIFY(std::abs(table.columns.p - std::pow(1 + 2 * 8.0 / 6, -3.0)) < 1e-12); // closed form of F with 2 and 6 degrees
        QVERIFY(std::abs(table.rows.share - 108.0 / 152) < 1e-12);
        QVERIFY(std::abs(table.rows.share + table.columns.share + table.interaction.share + table.residual.share - 1) < 1e-12);
    }

    /// All values of a row are equal, whatever the numbers: the row explains everything, exactly.
    void noResidual()
    {
        AnovaCells cells;
        const int counts[2][3] = {{97, 31, 7}, {13, 11, 3}};
        for (std::size_t row = 0; row < 2; ++row)
            for (std::size_t column = 0; column < 3; ++column)
                for (int i = 0; i < counts[row][column]; ++i)
                    cells[row][column].add(row == 0 ? 13.81551 : -0.1);
        const TwoWayAnova table = twoWayAnova(cells);
        QVERIFY(std::abs(table.rows.share - 1) < 1e-12);
        QVERIFY(std::isinf(table.rows.f) && table.rows.p == 0.0);
        QCOMPARE(table.columns.squares, 0.0);
        QCOMPARE(table.interaction.squares, 0.0);
        QCOMPARE(table.residual.squares, 0.0);
        QVERIFY(std::isnan(table.columns.f) && std::isnan(table.columns.p) && std::isnan(table.interaction.f));
    }

    /// A part that all values have in common takes no digits away.
    void farFromZero()
    {
        AnovaCells here, there;
        for (int i = 0; i < 60; ++i) {
            const double value = double((i * 37) % 64) / 64 + double(i % 2);
            here[std::size_t(i % 2)][std::size_t(i % 3)].add(value);
            there[std::size_t(i % 2)][std::size_t(i % 3)].add(value + 65536);
        }
        const TwoWayAnova a = twoWayAnova(here), b = twoWayAnova(there);
        QVERIFY(std::abs(a.rows.squares / b.rows.squares - 1) < 1e-8);
        QVERIFY(std::abs(a.columns.squares / b.columns.squares - 1) < 1e-8);
        QVERIFY(std::abs(a.interaction.squares / b.interaction.squares - 1) < 1e-8);
        QVERIFY(std::abs(a.residual.squares / b.residual.squares - 1) < 1e-8);
    }

    void nothingToTell()
    {
        const TwoWayAnova empty = twoWayAnova({});
        QVERIFY(none(empty.rows) && none(empty.columns) && none(empty.interaction) && std::isnan(empty.residual.squares));
        QCOMPARE(empty.total, 0.0);
        AnovaCells cells;
        cells[1][2] = cellOf({1.5, 2.5}); // one cell: nothing to compare it with
        const TwoWayAnova one = twoWayAnova(cells);
        QVERIFY(none(one.rows) && none(one.columns) && none(one.interaction));
        QCOMPARE(one.residual.squares, 0.5);
        QCOMPARE(one.residual.share, 1.0);
        for (auto& row : cells)
            row.fill(cellOf({0.1, 0.1, 0.1})); // all equal: no share of nothing
        const TwoWayAnova flat = twoWayAnova(cells);
        QCOMPARE(flat.total, 0.0);
        QVERIFY(std::isnan(flat.rows.share) && std::isnan(flat.columns.share) && std::isnan(flat.rows.f));
    }
};

QTEST_APPLESS_MAIN(tst_Anova)
#include "tst_anova.moc"
