namespace Agents.Generators.Tests.Analyzers;

internal sealed class OrderAnalyzerTests
{
    [TestCase("foreach (var one in {|ABM030:set|}) Console.WriteLine(one);")]
    [TestCase("foreach (var (key, _) in {|ABM030:dictionary|}) Console.WriteLine(key);")]
    [TestCase("foreach (var key in {|ABM030:dictionary.Keys|}) Console.WriteLine(key);")]
    [TestCase("foreach (var value in {|ABM030:dictionary.Values|}) Console.WriteLine(value);")]
    [TestCase("var list = {|ABM030:set|}.ToList();")]
    [TestCase("var list = {|ABM030:dictionary.Values|}.Where(one => one > 1).ToArray();")]
    [TestCase("var sum = {|ABM030:dictionary.Values|}.Sum();")]
    [TestCase("int[] all = [.. {|ABM030:set|}];")]
    [TestCase("foreach (var one in {|ABM030:set|}.Where(one => one > 2)) Console.WriteLine(one);")]
    [TestCase("foreach (var one in (IEnumerable<int>){|ABM030:set|}) Console.WriteLine(one);")]
    [TestCase("var list = new List<int>({|ABM030:set|});")]
    [TestCase("var list = new List<int>(); list.AddRange({|ABM030:set|});")]
    [TestCase("Console.WriteLine(string.Join(\", \", {|ABM030:dictionary.Keys|}));")]
    [TestCase("var both = new List<int>().Concat({|ABM030:set|}).ToList();")]
    public void Model_OrRule_EnumeratesWithoutOrder_IsFound(string body)
    {
        Snippet.CheckStep(Declarations + body);
        Snippet.CheckRule(Declarations + body);
    }

    [TestCase("foreach (var one in set.Order()) Console.WriteLine(one);")]
    [TestCase("foreach (var (key, _) in dictionary.Where(one => one.Value > 1).OrderBy(one => one.Key)) Console.WriteLine(key);")]
    [TestCase("Console.WriteLine(set.Contains(3) && set.Any(one => one > 1) && dictionary.ContainsKey(2));")]
    [TestCase("Console.WriteLine(set.Count + set.Max() + set.Select(one => one + 1).Min() + set.Sum());")]
    [TestCase("foreach (var one in new List<int> { 1 }) Console.WriteLine(one);")]
    [TestCase("foreach (var one in new SortedSet<int> { 1 }) Console.WriteLine(one);")]
    [TestCase("foreach (var one in new SortedDictionary<int, int>()) Console.WriteLine(one);")]
    [TestCase("var other = new HashSet<int>(set); other.UnionWith(set); var sorted = new SortedSet<int>(set);")]
    [TestCase("var rest = new List<int>().Except(set).ToList();")]
    public void Model_SortsOrAsksWithoutOrder_IsSilent(string body) => Snippet.CheckStep(Declarations + body);

    [Test]
    public void Enumeration_OutsideModels_IsSilent() => Snippet.Check("""
        public static class Catalogue
        {
            public static int Read(HashSet<int> set) { foreach (var one in set) return one; return set.First(); }
        }
        """);

    private const string Declarations = "var set = new HashSet<int>(); var dictionary = new Dictionary<int, double>(); ";
}
