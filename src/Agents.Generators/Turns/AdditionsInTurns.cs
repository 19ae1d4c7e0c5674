using Agents.Generators.Blocks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Turns;

/// <summary>
/// The form over turns of a rule that leaves early or adds to columns, such as an exchange: whoever leaves adds nothing, so that
/// the turn has no branch, which the processor could not foresee. Everything else in the text is plain arithmetic, which can be
/// worked out for those who leave as well.
/// </summary>
internal sealed class AdditionsInTurns : CSharpSyntaxRewriter
{
    private readonly RuleBody body;
    private readonly Dictionary<string, string> columns = [];
    private readonly List<(string Purpose, string Most)> numbers = [];
    private readonly Dictionary<ISymbol, string> streams = new(SymbolEqualityComparer.Default);
    private readonly List<string> lines = [];
    private bool isRefused;
    private bool hasAdded;

    private AdditionsInTurns(RuleBody body) => this.body = body;

    /// <summary>The members of the form, or null for any other rule.</summary>
    public static string? Of(RuleBody body, string agents, string name)
    {
        var form = new AdditionsInTurns(body);
        foreach (var statement in body.Block.Statements)
        {
            if (!form.Take(statement))
                return null;
        }
        return form.isRefused || !form.hasAdded || form.numbers.Count == 0 ? null : form.Text(agents, name);
    }

    private bool Take(StatementSyntax statement)
    {
        switch (statement)
        {
            case IfStatementSyntax { Else: null } leave when !hasAdded && IsReturn(leave.Statement) && IsPlain(leave.Condition):
                lines.Add($"does &= ({Visit(leave.Condition)}) ? 0 : 1;");
                return true;
            case LocalDeclarationStatementSyntax { IsConst: false, Declaration.Variables.Count: 1 } local:
                return Take(local.Declaration.Variables[0]);
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax addition }:
                return Add(addition);
            default:
                return false;
        }
    }

    private bool Take(VariableDeclaratorSyntax variable)
    {
        if (variable.Initializer?.Value is not { } value || body.Semantics.GetDeclaredSymbol(variable) is not ILocalSymbol { IsRef: false } local)
            return false;
        if (body.PurposeOf(value) is { } purpose)
        {
            streams[local] = purpose;
            return true;
        }
        if (!IsPlain(value))
            return false;
        lines.Add($"{LaneTypes.Full(local.Type)} {local.Name} = {Visit(value)};");
        return true;
    }

    private bool Add(InvocationExpressionSyntax addition)
    {
        if (addition is not { ArgumentList.Arguments: { Count: 2 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } access }
            || body.Semantics.GetSymbolInfo(addition).Symbol is not IMethodSymbol { ContainingType.ContainingType.Name: "WholeNumbers" }
            || access.Expression is not MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Population" } population } column
            || !body.IsMe(population.Expression) || !arguments.All(argument => IsPlain(argument.Expression)))
        {
            return false;
        }
        var (row, amount) = (Visit(arguments[0].Expression), Visit(arguments[1].Expression));
        lines.Add($"global::Agents.BlockForms.Add({Column(column.Name.Identifier.ValueText, "Next")}, {row}, {amount}, does);");
        hasAdded = true;
        return true;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        // draws.Below(most), the first of its stream: one number for each turn, drawn ahead.
        var stream = StreamOf(node)!;
        var purpose = streams[stream];
        streams.Remove(stream);
        numbers.Add((purpose, Visit(node.ArgumentList.Arguments[0].Expression)!.ToString()));
        return SyntaxFactory.ParseExpression($"numbers{numbers.Count - 1}[turn]");
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (!body.IsMe(node.Expression))
            return base.VisitMemberAccessExpression(node);
        var name = node.Name.Identifier.ValueText;
        if (name is "Row" or "Population")
            return SyntaxFactory.IdentifierName(name == "Row" ? "row" : "population").WithTriviaFrom(node);
        // Once something is added, what is read could be another's doing of this very turn.
        isRefused |= hasAdded;
        return SyntaxFactory.ParseExpression($"{Column(name, ColumnOf(name) is "State" ? "Next" : "Values")}[row]").WithTriviaFrom(node);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node) =>
        body.Semantics.GetTypeInfo(node).Type?.SpecialType != SpecialType.System_Int32 ? base.VisitConditionalExpression(node)
            : SyntaxFactory.ParseExpression($"global::Agents.BlockForms.Choose({Visit(node.Condition)}, {Visit(node.WhenTrue)}, {Visit(node.WhenFalse)})").WithTriviaFrom(node);

    private string? ColumnOf(string name)
    {
        var population = ((INamedTypeSymbol)body.Me.Type).TypeArguments[0];
        return population.GetMembers(name).OfType<IPropertySymbol>().Select(property => property.Type).FirstOrDefault(Known.IsColumn)?.Name;
    }

    private string Column(string name, string member)
    {
        if (!columns.TryGetValue($"{name}.{member}", out var local))
            columns[$"{name}.{member}"] = local = $"column{columns.Count}";
        return local;
    }

    private ISymbol? StreamOf(InvocationExpressionSyntax call) =>
        call is { ArgumentList.Arguments: { Count: 1 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Below" } access }
        && body.IsSame(arguments[0].Expression) && body.Semantics.GetSymbolInfo(access.Expression).Symbol is ILocalSymbol local && streams.ContainsKey(local) ? local : null;

    private static bool IsReturn(StatementSyntax statement) => (statement is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : statement) is ReturnStatementSyntax;

    /// <summary>True for arithmetic on locals, the agent's own columns and what is the same for all: it neither throws nor has an effect.</summary>
    private bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsPlain(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression } unary => IsPlain(unary.Operand),
        BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression or (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression) } binary =>
            IsPlain(binary.Left) && IsPlain(binary.Right),
        ConditionalExpressionSyntax choice => IsPlain(choice.Condition) && IsPlain(choice.WhenTrue) && IsPlain(choice.WhenFalse),
        InvocationExpressionSyntax call => StreamOf(call) != null,
        MemberAccessExpressionSyntax access when body.IsMe(access.Expression) => access.Name.Identifier.ValueText == "Row" || ColumnOf(access.Name.Identifier.ValueText) != null,
        IdentifierNameSyntax name when body.Semantics.GetSymbolInfo(name).Symbol is ILocalSymbol => true,
        _ => body.IsSame(expression),
    };

    private string Text(string agents, string name)
    {
        var drawn = numbers.Select((number, k) => $"var numbers{k} = turns.DrawBelow({number.Purpose}, {number.Most}, stackalloc int[global::Agents.Population.TurnsAtOnce]);");
        var held = columns.Select(column => $"var {column.Value} = population.{column.Key};");
        return $$"""
            /// <summary>Draws for all turns, and takes one after another; whoever leaves early adds 0.</summary>
            private {{body.Static}}void {{name}}(global::Agents.Turns<{{agents}}> turns)
            {
                var population = turns.Population;
                if ({{string.Join(" || ", numbers.Select(number => $"{number.Most} < 1"))}})
                {
                    // Nobody can be drawn: the text for one agent says so, if somebody asks.
                    for (var turn = 0; turn < turns.Length; turn++)
                        {{body.Method.Name}}(turns[turn]);
                    return;
                }
                {{string.Join("\n    ", held)}}
                var rows = turns.Rows;
                {{string.Join("\n    ", drawn)}}
                for (var turn = 0; turn < rows.Length; turn++)
                {
                    var row = rows[turn];
                    var does = 1;
                    {{string.Join("\n        ", lines)}}
                }
            }
            """;
    }
}
