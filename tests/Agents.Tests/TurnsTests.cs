using Agents.Random;

namespace Agents.Tests;

public sealed class TurnsTests
{
    // Fewer turns than a form is given at once, as many, and several times as many and some.
    [TestCase(Regime.FixedOrder, 7)]
    [TestCase(Regime.ShuffledSweep, 256)]
    [TestCase(Regime.ShuffledSweep, 1_001)]
    [TestCase(Regime.RandomSequential, 7)]
    [TestCase(Regime.RandomSequential, 1_001)]
    public void Step_OverTurns_EqualsTheScalarRule(Regime regime, int count)
    {
        Assert.That(Words(regime, count, usesBlockForms: true), Is.EqualTo(Words(regime, count, usesBlockForms: false)));
    }

    [Test]
    public void DrawBelow_ManyRejectedWords_EqualsTheScalarDraws()
    {
        // Three words of ten are rejected.
        const int N = 1_500_000_000;
        var found = Numbers(N, usesBlockForms: true);
        Assert.That(found, Is.EqualTo(Numbers(N, usesBlockForms: false)));
        Assert.That(found.Distinct().Count(), Is.GreaterThan(990));
    }

    [Test]
    public void Step_OpenPopulation_IsTheScalarRule()
    {
        var village = new Village(5, Regime.ShuffledSweep, isOpen: true) { UsesBlockForms = false };
        var words = new List<uint>();
        village.Run(village.Folk, new Listen(words, village));
        var other = new Village(5, Regime.ShuffledSweep, isOpen: true);
        var found = new List<uint>();
        // Listen's form would complain that it was not asked for.
        village.UsesBlockForms = false;
        other.Run(other.Folk, new Listen(found, village));
        Assert.That(found, Is.EqualTo(words));
    }

    private static List<uint> Words(Regime regime, int count, bool usesBlockForms)
    {
        var village = new Village(count + 3, regime) { UsesBlockForms = usesBlockForms };
        var words = new List<uint>();
        for (var pass = 0; pass < 2; pass++)
            village.RunOn(new Listen(words, village), new Rows(2, 2 + count));
        Assert.That(words, Has.Count.EqualTo(2 * count * 7));
        return words;
    }

    private static List<int> Numbers(int n, bool usesBlockForms)
    {
        var village = new Village(1_000, Regime.ShuffledSweep) { UsesBlockForms = usesBlockForms };
        var numbers = new List<int>();
        village.RunOn(new Choose(numbers, n), new Rows(0, 1_000));
        return numbers;
    }

    private readonly struct Listen(List<uint> words, Village village) : IRule<Folk>
    {
        public static bool TakesTurns => true;

        public void Step(Agent<Folk> me)
        {
            var draws = me.Draws(FolkView.Test);
            Note(me, ref draws);
        }

        public void Step(Turns<Folk> turns)
        {
            Assert.That(village.UsesBlockForms, Is.True);
            var ahead = turns.DrawAhead(FolkView.Test, stackalloc uint[4 * Population.TurnsAtOnce]);
            for (var turn = 0; turn < turns.Length; turn++)
            {
                var draws = ahead[turn];
                Note(turns[turn], ref draws);
            }
        }

        // Beyond the first block too.
        private void Note(Agent<Folk> me, ref Draws draws)
        {
            words.AddRange((uint)me.Row, me.Moment);
            for (var i = 0; i < 5; i++)
                words.Add(draws.Word());
        }
    }

    private readonly struct Choose(List<int> numbers, int n) : IRule<Folk>
    {
        public static bool TakesTurns => true;

        public void Step(Agent<Folk> me)
        {
            var draws = me.Draws(FolkView.Test);
            numbers.Add(draws.Below(n));
        }

        public void Step(Turns<Folk> turns) => numbers.AddRange(turns.DrawBelow(FolkView.Test, n, stackalloc int[Population.TurnsAtOnce]));
    }
}
