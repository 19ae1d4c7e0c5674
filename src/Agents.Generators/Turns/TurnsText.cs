using Agents.Generators.Blocks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Turns;

/// <summary>
/// Writes a rule's form for many turns of a sequential regime: what it draws at the top of its text is drawn for all turns before
/// the first acts, because who acts and what is drawn depend on nothing that happens in between; the rest goes turn by turn.
/// </summary>
/// <param name="InRule">Members of the rule.</param>
/// <param name="Home">The type whose text the rule is.</param>
/// <param name="InHome">Members of that type.</param>
/// <param name="Source">The file of the text.</param>
internal sealed record TurnsText(string InRule, INamedTypeSymbol Home, string InHome, SyntaxTree Source)
{
    /// <summary>The form over turns; null where the rule has one of its own or nothing that could be drawn ahead.</summary>
    public static TurnsText? Of(INamedTypeSymbol rule, RuleBody body, INamedTypeSymbol population)
    {
        if (rule.GetMembers("TakesTurns").Length > 0)
            return null;
        var (agents, name) = (LaneTypes.Full(population), $"{rule.Name}InTurns");
        var members = AdditionsInTurns.Of(body, agents, name) ?? DrawsAheadOf(body, agents, name);
        if (members == null)
            return null;
        var inRule = $"""
            /// <summary>True: the form over turns is made from the text for one agent.</summary>
            public static bool TakesTurns => true;

            /// <summary>The rule over turns, made from its text for one agent.</summary>
            public void Step(global::Agents.Turns<{agents}> turns) => {body.Owner}.{name}(turns);
            """;
        return new TurnsText(inRule, body.Home, members, body.Block.SyntaxTree);
    }

    // The text as it is, but for the streams that it begins at its top: these have been begun for all turns.
    private static string? DrawsAheadOf(RuleBody body, string agents, string name)
    {
        var begun = body.Block.Statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(statement => statement.Declaration.Variables)
            .Select(variable => variable.Initializer?.Value).OfType<InvocationExpressionSyntax>().Where(call => body.PurposeOf(call) != null).ToList();
        if (begun.Count == 0)
            return null;
        var text = body.Block.ReplaceNodes(begun, (call, _) => SyntaxFactory.ParseExpression($"ahead{begun.IndexOf(call)}[turn]")).ToFullString();
        var line = body.Block.GetLocation().GetLineSpan();
        var streams = string.Join(", ", begun.Select((_, k) => $"scoped in global::Agents.DrawsAhead ahead{k}"));
        var drawn = string.Join("\n    ", begun.Select((call, k) => $"var ahead{k} = turns.DrawAhead({body.PurposeOf(call)}, stackalloc uint[4 * global::Agents.Population.TurnsAtOnce]);"));
        return $$"""
            /// <summary>Draws for all turns, and takes one after another.</summary>
            private {{body.Static}}void {{name}}(global::Agents.Turns<{{agents}}> turns)
            {
                {{drawn}}
                for (var turn = 0; turn < turns.Length; turn++)
                    {{name}}(turns[turn], {{string.Join(", ", begun.Select((_, k) => $"in ahead{k}"))}}, turn);
            }

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private {{body.Static}}void {{name}}(global::Agents.Agent<{{agents}}> {{body.Me.Name}}, {{streams}}, int turn)
            #line {{line.StartLinePosition.Line + 1}} "{{line.Path}}"
            {{text.TrimEnd()}}
            #line default
            """;
    }
}
