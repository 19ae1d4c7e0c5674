using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Agents.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Agents.Generators.Tests.Analyzers;

/// <summary>
/// A piece of a model in which every place that an analyzer must find is marked as <c>{|ABM020:place|}</c>; it may find
/// nothing else.
/// </summary>
internal static partial class Snippet
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using Agents; using Agents.Random;\n";

    /// <summary>A small population with views, and a model that runs and commits what the rule <c>Act</c> writes.</summary>
    private const string Village = """

        public sealed class People : Population
        {
            public People(Model model, int count) : base(model, "people", count)
            {
                (Kin, Wealth, Fame) = (Trait<int>(), State<int>(), State<int>());
                (Memory, Note) = (Private<int>(), Scratch<int>());
            }

            public Trait<int> Kin { get; }
            public State<int> Wealth { get; }
            public State<int> Fame { get; }
            public Private<int> Memory { get; }
            public Scratch<int> Note { get; }
        }

        public static class Views
        {
            extension(Agent<People> me)
            {
                public int Kin => me.Population.Kin[me.Row];
                public int Wealth => me.Population.Wealth[me.Row];
                public ref int Memory => ref me.Population.Memory[me.Row];
            }

            extension(Pending<People> next)
            {
                public ref int Wealth => ref next.Population.Wealth.Pending(next.Row);
                public ref int Fame => ref next.Population.Fame.Pending(next.Row);
            }
        }

        public static class Purposes
        {
            public static readonly Purpose Work = new(1000);
            public static readonly Purpose Luck = new(1001);
        }
        """;

    /// <summary>No code yet; compilations that follow from it share what they know of its references.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Snippet",
        [],
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Append(typeof(Model).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Asserts that all analyzers together find exactly what is marked.</summary>
    public static void Check(string marked)
    {
        var (code, expected) = Read(Usings + marked + Village);
        Assert.That(FindIn(code).Select(one => Told(one.Id, one.Location.SourceSpan, code)), Is.EquivalentTo(expected.Select(one => Told(one.Id, one.Span, code))));
    }

    /// <summary>Asserts what is found where a rule over the people, with an agent <c>me</c>, does something.</summary>
    public static void CheckRule(string body, string members = "") => Check($$"""
        public sealed class Village(Seed seed) : Model(seed)
        {
            protected override void Step()
            {
                var people = new People(this, 3);
                Run(people, new Act(this, null!, 2));
                Commit(people.Wealth, people.Fame);
            }

            private readonly struct Act(Village model, Agents.Spaces.Network network, int chosen) : IRule<People>
            {
                public void Step(Agent<People> me)
                {
                    {{body}}
                }
                {{members}}
            }
        }
        """);

    /// <summary>Asserts what is found in a model's step.</summary>
    public static void CheckStep(string body, string members = "") => Check($$"""
        public sealed class Village(Seed seed) : Model(seed)
        {
            {{members}}
            protected override void Step()
            {
                {{body}}
            }
        }
        """);

    /// <summary>What all analyzers together find.</summary>
    public static ImmutableArray<Diagnostic> Find(string code, bool compiles = true) => FindIn(Usings + code + Village, compiles);

    /// <summary>All analyzers of the generators' assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All() =>
    [
        .. typeof(ModelAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModelAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static ImmutableArray<Diagnostic> FindIn(string code, bool compiles = true)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview), "Snippet.cs");
        var compilation = Empty.AddSyntaxTrees(tree);
        if (compiles)
            Assert.That(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error), Is.Empty, "the snippet compiles");
        return compilation.WithAnalyzers(All()).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static string Told(string id, TextSpan span, string code) => $"{id} at {span.Start} on: {code.Substring(span.Start, span.Length)}";

    private static (string Code, List<(string Id, TextSpan Span)> Expected) Read(string marked)
    {
        var expected = new List<(string, TextSpan)>();
        for (var match = Mark().Match(marked); match.Success; match = Mark().Match(marked))
        {
            var place = match.Groups["place"].Value;
            expected.Add((match.Groups["id"].Value, new TextSpan(match.Index, place.Length)));
            marked = marked[..match.Index] + place + marked[(match.Index + match.Length)..];
        }
        return (marked, expected);
    }

    [GeneratedRegex(@"\{\|(?<id>ABM\d{3}):(?<place>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
