namespace Agents.Generators.Tests.Analyzers;

internal sealed class PurposeAnalyzerTests
{
    [Test]
    public void Purposes_WithOneNumberInAList_AreFound() => Snippet.Check("""
        internal static class Lists
        {
            private const uint First = 1000;
            public static readonly Purpose Birth = new(1000), Death = new({|ABM020:1_000|}), Work = new(1002);
            public static readonly Purpose Rest = new Purpose({|ABM020:First + 2|});
            public static Purpose Luck { get; } = new({|ABM020:First|});
        }
        """);

    [Test]
    public void Purposes_OfAModelAndItsRules_AreOneList() => Snippet.CheckStep("", """
        private static readonly Purpose Luck = new(1000);

        private readonly struct Act
        {
            private static readonly Purpose Work = new({|ABM020:1000|});
        }
        """);

    [Test]
    public void Purposes_OfTwoModels_MayShareNumbers() => Snippet.Check("""
        public static class Tests
        {
            public abstract class Village(Seed seed) : Model(seed)
            {
                private static readonly Purpose Luck = new(1000);
            }

            public abstract class Town(Seed seed) : Model(seed)
            {
                private static readonly Purpose Luck = new(1000);
            }

            private static readonly Purpose Luck = new(1000);
        }
        """);

    [TestCase("private static readonly Purpose Luck = new({|ABM021:999|});")]
    [TestCase("private static readonly Purpose Luck = new({|ABM021:0|}), Work = new(1000);")]
    [TestCase("private double Luck() => Draws(new Purpose({|ABM021:7|})).Uniform();")]
    public void Purposes_WithNumbersOfTheFramework_AreFound(string members) => Snippet.CheckStep("", members);

    [Test]
    public void Purposes_OfTheFramework_AreSilent() =>
        Snippet.CheckStep("Console.WriteLine(Draws(Purpose.Link).Uniform());", "private static readonly Purpose Ties = Purpose.Link;");

    [Test]
    public void Purposes_MadeOutsideModels_AreSilent() => Snippet.Check("""
        public static class Tests
        {
            public static Draws New() => new(Seed.Of(1), 2, 3, new Purpose(17));
        }
        """);
}
