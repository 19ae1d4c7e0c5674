using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>Branches: both sides are followed, and what they leave is chosen between.</content>
internal sealed partial class Trace
{
    private Value? If(IConditionalOperation branch, List<IOperation> rest) =>
        If(Evaluated(branch.Condition), [branch.WhenTrue, .. rest], branch.WhenFalse == null ? rest : [branch.WhenFalse, .. rest], branch.Syntax);

    private Value? If(Value condition, List<IOperation> then, List<IOperation> otherwise, SyntaxNode at)
    {
        if (condition is Uniform { IsConstant: true } known)
            return Sequence((bool)known.Constant! ? then : otherwise, 0);
        var (before, outer) = (bindings.Copy(), path);
        var first = Try(then, Narrow(outer, condition, true));
        bindings = before.Copy();
        var second = Try(otherwise, Narrow(outer, condition, false));
        path = outer;
        if (first.Problem != null && second.Problem != null)
            throw first.Problem;
        if (first.Problem != null || second.Problem != null)
        {
            var (problem, kept) = first.Problem != null ? (first.Problem, second) : (second.Problem!, first);
            RequireOwn(first.Problem != null ? then : otherwise, problem);
            Leave(Narrow(outer, condition, first.Problem != null));
            Notes.Add(new Note(NoteKind.LeftBranch, problem.Where, problem.Message));
            bindings = kept.Bindings!;
            return kept.Value;
        }
        bindings = Merge(condition, first.Bindings!, second.Bindings!, at);
        if (first.Value == null && second.Value == null)
            return null;
        return first.Value is Nothing || second.Value is Nothing ? Nothing.It : Choose(condition, Read(first.Value!), Read(second.Value!), at);
    }

    private (Bindings? Bindings, Value? Value, Unsupported? Problem) Try(List<IOperation> statements, Path inside)
    {
        path = inside;
        var (left, leftForAll, notes, asked) = (Left.Count, LeftForAll.Count, Notes.Count, Asked.Count);
        try
        {
            var value = Sequence(statements, 0);
            return (bindings.Copy(), value, null);
        }
        catch (Unsupported problem)
        {
            Left.RemoveRange(left, Left.Count - left);
            LeftForAll.RemoveRange(leftForAll, LeftForAll.Count - leftForAll);
            Notes.RemoveRange(notes, Notes.Count - notes);
            Asked.RemoveRange(asked, Asked.Count - asked);
            return (null, null, problem);
        }
    }

    // What is left comes after the others of its block, who would see too early what it changes.
    private void RequireOwn(List<IOperation> statements, Unsupported problem)
    {
        if (statements.Any(statement => purity.TouchesOthers(statement.Syntax)))
            throw new Unsupported(problem.At, $"{problem.Message}, and the branch changes what other agents may see");
    }

    /// <summary>Rows that come here are left to the text for one agent, as a whole.</summary>
    private void Leave(Path here)
    {
        if (here.Lanes == null)
            LeftForAll.Add(here.Uniform ?? "true");
        else if (here.Uniform == null)
            Left.Add(here.Lanes);
        else
            Left.Add((Node)Choose(new Uniform(here.Uniform, Bool), here.Lanes, Constant(false, Bool), null));
    }

    private Path Narrow(Path outer, Value condition, bool holds)
    {
        if (condition is Uniform uniform)
        {
            var text = holds ? uniform.Text : $"!({uniform.Text})";
            return new Path(outer.Uniform == null ? text : $"{outer.Uniform} && {text}", outer.Lanes);
        }
        var lanes = Lanes(condition, null);
        var mask = holds ? lanes : Mask("~{0}", lanes);
        return new Path(outer.Uniform, outer.Lanes == null ? mask : Mask("({0} & {1})", outer.Lanes, mask));
    }

    private Bindings Merge(Value condition, Bindings a, Bindings b, SyntaxNode at)
    {
        var merged = new Bindings();
        foreach (var local in a.Locals.Keys.Where(b.Locals.ContainsKey))
        {
            var (x, y) = (a.Locals[local], b.Locals[local]);
            merged.Locals[local] = AreSame(x, y) ? x
                : x is StreamValue stream && y is StreamValue other && stream.Purpose == other.Purpose ? new StreamValue(stream.Purpose, -1)
                : Choose(condition, x, y, at);
        }
        foreach (var span in a.Columns.Keys.Union(b.Columns.Keys).ToList())
        {
            var x = a.Columns.TryGetValue(span, out var inA) ? inA : Stored(Written[span]);
            var y = b.Columns.TryGetValue(span, out var inB) ? inB : Stored(Written[span]);
            merged.Columns[span] = ReferenceEquals(x, y) ? x : (Node)Choose(condition, x, y, at);
        }
        return merged;
    }

    private static bool AreSame(Value? x, Value? y) => ReferenceEquals(x, y)
        || x is Uniform a && y is Uniform b && a.Text == b.Text && SymbolEqualityComparer.Default.Equals(a.Type, b.Type)
        || x is StreamValue s && y is StreamValue t && s.Purpose == t.Purpose && s.Taken == t.Taken;

    /// <summary>One value where a condition holds, another where it does not.</summary>
    private Value Choose(Value condition, Value? x, Value? y, SyntaxNode? at)
    {
        if (x is null || y is null || AreSame(x, y))
            return (x ?? y)!;
        if (x is TupleValue first && y is TupleValue second)
            return new TupleValue([.. first.Items.Zip(second.Items, (i, j) => Choose(condition, Read(i), Read(j), at))]);
        var type = x is Uniform whole ? whole.Type : x is Node node ? node.Type : x is RowValue ? Int
            : throw new Unsupported(at, "the branches end in things that cannot be chosen between");
        if (condition is Uniform uniform)
        {
            if (x is Uniform a && y is Uniform b)
                return new Uniform($"({uniform.Text} ? {a.Text} : {b.Text})", type) { IsSafe = uniform.IsSafe && a.IsSafe && b.IsSafe };
            var (p, q) = (Lanes(x, at), Lanes(y, at));
            return graph.Add(new Node(NodeKind.Choice, p.Lanes, type) { Text = uniform.Text, Inputs = [p, q], Guard = uniform.IsSafe ? null : path.Uniform });
        }
        var (mask, then, otherwise) = (Lanes(condition, at), Lanes(x, at), Lanes(y, at));
        if (then.Lanes == LaneType.Mask)
        {
            return IsConstant(y, false) ? Mask("({0} & {1})", mask, then)
                : IsConstant(x, true) ? Mask("({0} | {1})", mask, otherwise)
                : Mask("(({0} & {1}) | (~{0} & {2}))", mask, then, otherwise);
        }
        if (then.Lanes.IsPair())
            return Formula(Shape.SelectPair, then.Lanes, type, "", mask, then, otherwise);
        var text = then.Lanes == LaneType.UInt ? "Vector.ConditionalSelect(Vector.AsVectorUInt32({0}), {1}, {2})" : "Vector.ConditionalSelect({0}, {1}, {2})";
        return Formula(then.Lanes, type, text, mask, then, otherwise);
    }

    private static bool IsConstant(Value? value, object constant) => value is Uniform { IsConstant: true } known && Equals(known.Constant, constant);

    /// <summary>Two expressions, each under its side of a condition.</summary>
    private Value Guarded(Value condition, Func<Value> then, Func<Value> otherwise, SyntaxNode at)
    {
        if (condition is Uniform { IsConstant: true } known)
            return (bool)known.Constant! ? then() : otherwise();
        var (outer, before) = (path, bindings.Copy());
        path = Narrow(outer, condition, true);
        var x = then();
        var inThen = bindings;
        bindings = before;
        path = Narrow(outer, condition, false);
        var y = otherwise();
        var inElse = bindings;
        path = outer;
        bindings = Merge(condition, inThen, inElse, at);
        return Choose(condition, x, y, at);
    }

    private Value? Switch(ISwitchOperation choice, List<IOperation> rest)
    {
        var value = Evaluated(choice.Value);
        var sections = choice.Cases.ToList();
        var last = sections.FindIndex(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        List<IOperation> otherwise = last < 0 ? rest : [.. Body(sections[last]), .. rest];
        if (last >= 0)
            sections.RemoveAt(last);
        return Next(0);

        Value? Next(int at)
        {
            if (at == sections.Count)
                return Sequence(otherwise, 0);
            var section = sections[at];
            var condition = section.Clauses.Select(clause => Holds(value, clause)).Aggregate((a, b) => Or(a, b, section.Syntax));
            return If(condition, [.. Body(section), .. rest], section.Syntax, () => Next(at + 1));
        }
    }

    // As an if whose other side is not a list of statements but what comes next.
    private Value? If(Value condition, List<IOperation> then, SyntaxNode at, Func<Value?> otherwise)
    {
        if (condition is Uniform { IsConstant: true } known)
            return (bool)known.Constant! ? Sequence(then, 0) : otherwise();
        var (before, outer) = (bindings.Copy(), path);
        var first = Try(then, Narrow(outer, condition, true));
        bindings = before;
        path = Narrow(outer, condition, false);
        var value = otherwise();
        path = outer;
        if (first.Problem != null)
        {
            RequireOwn(then, first.Problem);
            Leave(Narrow(outer, condition, true));
            Notes.Add(new Note(NoteKind.LeftBranch, first.Problem.Where, first.Problem.Message));
            return value;
        }
        bindings = Merge(condition, first.Bindings!, bindings, at);
        return first.Value == null && value == null ? null
            : first.Value is Nothing || value is Nothing ? Nothing.It : Choose(condition, Read(first.Value!), Read(value!), at);
    }

    private static List<IOperation> Body(ISwitchCaseOperation section)
    {
        var body = section.Body.ToList();
        if (body.Count == 1 && body[0] is IBlockOperation block)
            body = [.. block.Operations];
        if (body.Count > 0 && body[body.Count - 1] is IBranchOperation { BranchKind: BranchKind.Break })
            body.RemoveAt(body.Count - 1);
        return body;
    }

    private Value Holds(Value value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: float.NaN or double.NaN } }:
                return IsNotANumber(value, clause.Syntax);
            case ISingleValueCaseClauseOperation single:
                return Arithmetic(BinaryOperatorKind.Equals, value, Evaluated(single.Value), Bool, single);
            case IPatternCaseClauseOperation { Guard: null } pattern:
                return Test(value, pattern.Pattern, clause.Syntax);
            case IPatternCaseClauseOperation pattern:
                return And(Test(value, pattern.Pattern, clause.Syntax), () => Evaluated(pattern.Guard!), clause.Syntax);
        }
        throw new Unsupported(clause.Syntax, $"a case of kind {clause.CaseKind} has no form over lanes");
    }
}
