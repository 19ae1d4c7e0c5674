namespace Agents.Generators.Tests.Analyzers;

internal sealed class DrawsCopyAnalyzerTests
{
    [TestCase("var draws = me.Draws(Purposes.Luck); Earn({|ABM023:draws|});")]
    [TestCase("var draws = me.Draws(Purposes.Luck); var copy = {|ABM023:draws|}; me.Memory = copy.Below(6);")]
    [TestCase("var draws = me.Draws(Purposes.Luck); Draws copy; copy = {|ABM023:draws|}; me.Memory = copy.Below(6);")]
    [TestCase("var draws = me.Draws(Purposes.Luck); var all = new List<Draws>(); all.Add({|ABM023:draws|});")]
    [TestCase("var draws = me.Draws(Purposes.Luck); Look({|ABM023:draws|});")]
    public void Rule_CopiesAStream_IsFound(string body) => Snippet.CheckRule(body, """
        private static int Earn(Draws {|ABM032:draws|}) => draws.Below(6);
        private static int Look(in Draws {|ABM032:draws|}) => 1;
        """);

    [TestCase("var draws = me.Draws(Purposes.Luck); me.Memory = Earn(ref draws) + draws.Below(6);")]
    [TestCase("var draws = me.Draws(Purposes.Luck); ref var same = ref draws; me.Memory = same.Below(6);")]
    [TestCase("me.Memory = me.Draws(Purposes.Luck).Below(6);")]
    [TestCase("var draws = me.Draws(Purposes.Luck); draws = me.Draws(Purposes.Work); me.Memory = draws.Below(6);")]
    public void Rule_PassesAStreamByRef_IsSilent(string body) =>
        Snippet.CheckRule(body, "private static int Earn(ref Draws draws) => draws.Below(6);");

    [Test]
    public void Field_ReadOnlyStream_IsFound() => Snippet.CheckStep("", "private readonly Draws {|ABM033:draws|};");

    [Test]
    public void Field_WritableStream_IsSilent() => Snippet.CheckStep("draws = Draws(Purposes.Luck);", "private Draws draws;");

    [Test]
    public void Copy_OutsideModels_IsSilent() => Snippet.Check("""
        public sealed class Design(Draws draws)
        {
            private readonly Draws kept = draws;
            private static int Scramble(Draws draws) { var copy = draws; return copy.Below(3); }
        }
        """);
}
