using System.Numerics;
using Agents.Random;

namespace Agents.Tests;

/// <summary>Blocks that start anywhere and end anywhere: the form is the rule, and no row outside is touched.</summary>
public sealed partial class BlockTests
{
    private const int Flock = 7_000;

    [Test]
    public void Run_RowsFromAnywhere_BlockFormEqualsRuleAndLeavesOthersAlone(
        [Values(0, 1, 7, 1_000, 1_023)] int from, [Values(0, 1, 3, 17, 1_023, 1_024, 1_025, 5_000)] int count)
    {
        var byRule = Pasture.After(new Rows(from, from + count), usesBlockForms: false);
        var byBlocks = Pasture.After(new Rows(from, from + count), usesBlockForms: true);
        Assert.That(Fingerprint.Of(byBlocks), Is.EqualTo(Fingerprint.Of(byRule)));
        for (var row = 0; row < Flock; row++)
        {
            var isInside = row >= from && row < from + count;
            Assert.That(byBlocks.Sheep.Weight[row] != 0, Is.EqualTo(isInside), $"row {row}");
        }
    }

    [TestCase(2)]
    [TestCase(7)]
    public void Run_RowsFromAnywhereOnThreads_EqualsOneThread(int threads)
    {
        using var workers = new Workers(threads);
        var rows = new Rows(777, 777 + 5 * Population.BlockSize + 1);
        var alone = Pasture.After(rows, usesBlockForms: true);
        Assert.That(Fingerprint.Of(Pasture.After(rows, usesBlockForms: true, workers)), Is.EqualTo(Fingerprint.Of(alone)));
        Assert.That(Fingerprint.Of(Pasture.After(rows, usesBlockForms: false, workers)), Is.EqualTo(Fingerprint.Of(alone)));
        alone.Workers = workers;
        var spread = alone.WeightOf(rows);
        alone.Workers = null;
        Assert.That(alone.WeightOf(rows), Is.EqualTo(spread).And.Not.Zero);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(1_023)]
    [TestCase(1_024)]
    [TestCase(1_025)]
    public void Sum_RowsFromAnywhere_IsTheirs(int count)
    {
        var pasture = Pasture.After(new Rows(0, Flock), usesBlockForms: true);
        var expected = 0.0;
        for (var row = 500; row < 500 + count; row++)
            expected += pasture.Sheep.Weight[row];
        Assert.That(pasture.WeightOf(new Rows(500, 500 + count)), Is.EqualTo(expected).Within(1e-9));
        Assert.That(pasture.Sheep.Weight.Sum(new Rows(500, 500 + count)), Is.EqualTo(expected).Within(1e-9));
    }

    [TestCase(-1, 3)]
    [TestCase(0, Flock + 1)]
    public void Run_RowsOfNobody_Throws(int from, int to)
    {
        Assert.That(() => Pasture.After(new Rows(from, to), usesBlockForms: false), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("sheep"));
        Assert.That(() => Pasture.After(new Rows(0, 0), usesBlockForms: false).WeightOf(new Rows(from, to)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase(0f, 3)]
    [TestCase(0.1, 4)]
    [TestCase(0.0999999, 3)]
    [TestCase(5, 7_000)]
    [TestCase(-1, 0)]
    public void CountAtMost_BoundBetweenSingleNumbers_ComparesExactly(double most, int expected)
    {
        var pasture = Pasture.After(new Rows(0, 0), usesBlockForms: true);
        pasture.Sheep.Weight.All.Fill(1);
        foreach (var row in new[] { 0, 1_023, 6_999 })
            pasture.Sheep.Weight[row] = 0;
        pasture.Sheep.Weight[500] = MathF.BitDecrement(0.1f);
        Assert.That(pasture.Sheep.Weight.CountAtMost(new Rows(0, Flock), most), Is.EqualTo(expected));
    }

    [Test]
    public void Widen_ValuesOfMoreThanAByte_Throws()
    {
        var pasture = Pasture.After(new Rows(0, 0), usesBlockForms: true);
        Assert.That(() => pasture.Misuse(), Throws.ArgumentException.With.Message.Contains("4 bytes"));
    }

    internal sealed partial class Sheep(Model model) : Population(model, "sheep", Flock)
    {
        public partial Private<float> Weight { get; }

        public partial State<byte> IsFat { get; }
    }

    private sealed class Pasture : Model
    {
        private Pasture()
            : base(Seed.Of(1)) => Sheep = new Sheep(this);

        public Sheep Sheep { get; }

        public static Pasture After(Rows rows, bool usesBlockForms, Workers? workers = null)
        {
            var pasture = new Pasture { UsesBlockForms = usesBlockForms, Workers = workers };
            // Twice, so that the second time some are fat.
            for (var day = 0; day < 2; day++)
            {
                pasture.Run(pasture.Sheep, default(Graze), rows);
                Commit(pasture.Sheep.IsFat);
            }
            return pasture;
        }

        public void Misuse() => Run(Sheep, default(Weigh), Sheep.All);

        public double WeightOf(Rows rows) => Sum(Sheep, default(WeightTerm), rows);

        protected override void Step()
        {
        }
    }

    private readonly struct WeightTerm : ITerm<Sheep>
    {
        public double Of(Agent<Sheep> me) => me.Population.Weight[me.Row];
    }

    private readonly struct Graze : IRule<Sheep>
    {
        private static readonly Purpose Grass = new(1000);

        public static bool HasBlockForm => true;

        public void Step(Agent<Sheep> me)
        {
            var grass = me.Draws(Grass).SymmetricSingle();
            me.Population.Weight[me.Row] += grass + 2 * me.Population.IsFat[me.Row];
            me.Population.IsFat.Pending(me.Row) = grass > 0 ? (byte)1 : (byte)0;
        }

        public void Step(Block<Sheep> us)
        {
            var grass = us.DrawSymmetric(Grass, stackalloc float[us.Length]);
            var weight = us.Lanes(us.Population.Weight);
            var wasFat = us.Widen(us.Population.IsFat, stackalloc int[us.Length]);
            Span<Vector<int>> isFat = stackalloc Vector<int>[grass.Length];
            for (var i = 0; i < grass.Length; i++)
            {
                weight[i] += grass[i] + 2 * Vector.ConvertToSingle(wasFat[i]);
                isFat[i] = Vector.GreaterThan(grass[i], Vector<float>.Zero);
            }
            us.SetNext(us.Population.IsFat, isFat);
            for (var row = us.Rest<float>().From; row < us.To; row++)
                Step(us[row]);
        }
    }

    private readonly struct Weigh : IRule<Sheep>
    {
        public static bool HasBlockForm => true;

        public void Step(Agent<Sheep> me)
        {
        }

        public void Step(Block<Sheep> us) => us.Widen(us.Population.Weight, stackalloc int[us.Length]);
    }
}
