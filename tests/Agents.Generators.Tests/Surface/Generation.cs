using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agents.Generators.Tests.Surface;

/// <summary>One run of the surface generator over source text, in process.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpCompilation before;
    private readonly GeneratorDriver driver;

    private Generation(CSharpCompilation before, GeneratorDriver driver)
    {
        (this.before, this.driver) = (before, driver.RunGeneratorsAndUpdateCompilation(before, out var after, out _));
        After = after;
    }

    /// <summary>The compilation with what was written.</summary>
    public Compilation After { get; }

    public GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>The text of one file that was written.</summary>
    public string this[string name] => Result.GeneratedSources.Single(source => source.HintName == name).SourceText.ToString();

    /// <summary>What the compiler has to say of sources and written files: errors and warnings.</summary>
    public IEnumerable<Diagnostic> Complaints => After.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Compiles files, each with the framework's namespaces in scope, and runs the generator.</summary>
    public static Generation Of(params string[] files)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var trees = files.Select((text, at) => CSharpSyntaxTree.ParseText(text, Options, $"File{at}.cs"));
        var driver = CSharpGeneratorDriver.Create(
            [new SurfaceGenerator().AsSourceGenerator()],
            parseOptions: Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new Generation(CSharpCompilation.Create("Tested", trees, References, options), driver);
    }

    /// <summary>Runs the same generator again after a file has become another text.</summary>
    public Generation Edit(int file, string text)
    {
        var old = before.SyntaxTrees[file];
        return new Generation(before.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, Options, old.FilePath)), driver);
    }
}
