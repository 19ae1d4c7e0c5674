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
    public void RandomCell_EmptyCells_DrawsAsTheGridDoes(bool isTorus)
    {
        // So full that trying at random often fails, and that some have nothing empty around.
        var grid = new Grid(12, 9, isTorus, 100);
        var around = grid.Moore(1);
        var marks = new Marks(grid, around);
        var settling = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        for (var agent = 0; agent < 100; agent++)
        {
            var cell = grid.RandomEmptyCell(ref settling);
            grid.Place(agent, cell);
            marks[cell] = 1;
        }
        for (var i = 0; i < 2_000; i++)
        {
            var (one, other) = (new Draws(Seed.Of(2), (uint)i, 0, FolkView.Test), new Draws(Seed.Of(2), (uint)i, 0, FolkView.Test));
            Assert.That(marks.RandomCell(i % grid.Count, 0, ref one), Is.EqualTo(grid.RandomEmptyCell(around, i % grid.Count, ref other)));
            Assert.That(one.Word(), Is.EqualTo(other.Word()));
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
