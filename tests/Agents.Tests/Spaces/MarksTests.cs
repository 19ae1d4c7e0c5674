using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class MarksTests
{
    // Small and wide neighbourhoods, of which a row takes several runs, and every cell near an edge or far from it.
    [TestCase(true, 1, 9, 7)]
    [TestCase(true, 3, 9, 7)]
    [TestCase(true, 20, 41, 43)]
    [TestCase(false, 1, 9, 7)]
    [TestCase(false, 9, 9, 7)]
    [TestCase(false, 2, 1, 5)]
    [TestCase(false, 21, 41, 43)]
    public void CountAndWith_RandomMarks_AreThoseOfTheNeighbourhood(bool isTorus, int radius, int width, int height)
    {
        var grid = new Grid(width, height, isTorus, 0);
        foreach (var around in new[] { grid.Moore(radius), grid.VonNeumann(radius) })
        {
            var marks = Random(grid, around);
            for (var cell = 0; cell < grid.Count; cell++)
            {
                var cells = new List<int>();
                foreach (var other in around.Of(cell))
                    cells.Add(other);
                var ones = cells.Where(other => marks[other] == 1).ToList();
                var twos = cells.Count(other => marks[other] == 2);
                Assert.That((marks.Count(cell, 1), marks.Count(cell, 1, 2)), Is.EqualTo((ones.Count, (ones.Count, twos))));
                Assert.That(With(marks, cell), Is.EqualTo(ones));
            }
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public void MeasuresOfAlike_AgentsShowTheirMarks_AreThoseOfTheNeighbourhoods(bool isTorus)
    {
        var grid = new Grid(12, 9, isTorus, 40);
        var around = grid.Moore(1);
        var marks = new Marks(grid, around);
        var draws = new Draws(Seed.Of(2), 0, 0, FolkView.Test);
        grid.Scatter(ref draws);
        grid.Remove(7);
        marks.Show([.. Enumerable.Range(0, 40).Select(agent => (byte)(1 + agent % 3))]);
        var shares = new List<double>();
        var content = 0;
        foreach (var cell in grid.Cells.ToArray().Where(cell => cell >= 0))
        {
            var others = new List<byte>();
            foreach (var other in around.Of(cell))
                others.Add(marks[other]);
            var alike = others.Count(mark => mark == marks[cell]);
            content += alike >= 2 ? 1 : 0;
            if (others.Exists(mark => mark != 0))
                shares.Add((double)alike / others.Count(mark => mark != 0));
        }
        Assert.That((marks.MeanShareAlike(), marks.ShareWithAlike(2)), Is.EqualTo((shares.Sum() / shares.Count, content / 39.0)));
    }

    [Test]
    public void Marks_MisusedGridOrMark_Throw()
    {
        var (grid, wider) = (new Grid(5, 5, isTorus: true, 0), new Grid(50, 50, isTorus: true, 0));
        var marks = new Marks(grid, grid.Moore(1));
        Assert.That(() => new Marks(grid, wider.Moore(3)), Throws.ArgumentException.With.Message.Contains("meets itself"));
        Assert.That(() => marks[3] = Marks.Outside, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => marks[25] = 1, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Move_ToTheSameCell_KeepsTheMark()
    {
        var grid = new Grid(5, 5, isTorus: true, 0);
        var marks = new Marks(grid, grid.Moore(1)) { [7] = 3 };
        marks.Move(7, 7);
        Assert.That(marks[7], Is.EqualTo(3));
    }

    // So full that trying at random often fails, and that some have nothing empty around.
    [TestCase(true)]
    [TestCase(false)]
    public void RandomCell_FewHaveTheMark_TriesAndThenCounts(bool isTorus)
    {
        var grid = new Grid(12, 9, isTorus, 0);
        var around = grid.Moore(1);
        var marks = new Marks(grid, around);
        foreach (var free in new[] { 0, 17, 18, 50, 51, 52, 107 })
            marks[free] = 1;
        var none = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var (one, other) = (new Draws(Seed.Of(2), (uint)i, 0, FolkView.Test), new Draws(Seed.Of(2), (uint)i, 0, FolkView.Test));
            var found = marks.RandomCell(i % grid.Count, 1, ref one);
            Assert.That(found, Is.EqualTo(Choose(marks, around, i % grid.Count, ref other)));
            Assert.That(one.Word(), Is.EqualTo(other.Word()));
            none += found < 0 ? 1 : 0;
        }
        Assert.That(none, Is.InRange(500, 1_900));
    }

    [Test]
    public void RandomCell_ManyDraws_AllWithTheMarkAlike()
    {
        var grid = new Grid(5, 5, false, 0);
        var marks = new Marks(grid, grid.Moore(2));
        marks[6] = marks[10] = marks[24] = 1;
        var found = new int[25];
        var draws = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        for (var i = 0; i < 6_000; i++)
            found[marks.RandomCell(0, 1, ref draws)]++;
        Assert.That((found[6], found[24], found[6] + found[10]), Is.EqualTo((found[6], 0, 6_000)));
        Assert.That(found[6], Is.EqualTo(3_000).Within(160));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Move_AnyCells_CarriesTheMark(bool isTorus)
    {
        var grid = new Grid(9, 7, isTorus, 0);
        var around = grid.Moore(3);
        var marks = new Marks(grid, around);
        marks[0] = 5;
        for (var cell = 1; cell < grid.Count; cell++)
        {
            marks.Move(cell - 1, cell);
            Assert.That((marks[cell - 1], marks[cell]), Is.EqualTo((0, 5)));
            Assert.That(Enumerable.Range(0, grid.Count).Sum(other => marks.Count(other, 5)), Is.EqualTo(Enumerable.Range(0, grid.Count).Count(other => Sees(around, other, cell))));
        }
    }

    [Test]
    public void Indexer_NoSuchCell_Throws()
    {
        var grid = new Grid(5, 5, true, 0);
        var marks = new Marks(grid, grid.Moore(1));
        Assert.That(() => marks.Count(25, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => marks.Count(-1, 0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => marks[25] = 1, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => marks[-1], Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    // Eight tries, then one of those that have the mark, in the neighbourhood's order.
    private static int Choose(Marks marks, Neighbourhood around, int cell, ref Draws draws)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var candidate = around.At(cell, draws.Below(around.Size));
            if (candidate >= 0 && marks[candidate] == 1)
                return candidate;
        }
        var choices = With(marks, cell);
        return choices.Count == 0 ? -1 : choices[draws.Below(choices.Count)];
    }

    private static bool Sees(Neighbourhood around, int cell, int other)
    {
        foreach (var seen in around.Of(cell))
        {
            if (seen == other)
                return true;
        }
        return false;
    }

    private static Marks Random(Grid grid, Neighbourhood around)
    {
        var marks = new Marks(grid, around);
        var draws = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        for (var i = 0; i < 3 * grid.Count; i++)
            marks[draws.Below(grid.Count)] = (byte)draws.Below(3);
        return marks;
    }

    private static List<int> With(Marks marks, int cell)
    {
        var cells = new List<int>();
        foreach (var other in marks.With(1, cell))
            cells.Add(other);
        return cells;
    }
}
