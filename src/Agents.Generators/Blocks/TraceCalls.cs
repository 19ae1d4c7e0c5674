using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>
/// Calls, in the order of what is tried: draws, known mathematics, an overload over vectors, a bulk form, the method's own
/// text, and at last a call for each lane.
/// </content>
internal sealed partial class Trace
{
    private const int MostDepth = 12;

    // Parameters by reference stand for the caller's variables.
    private readonly Dictionary<ISymbol, ISymbol> aliases = new(SymbolEqualityComparer.Default);

    private ISymbol Alias(ISymbol symbol)
    {
        while (aliases.TryGetValue(symbol, out var other))
            symbol = other;
        return symbol;
    }

    private Value Invoke(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        var instance = operation.Instance == null ? null : Evaluate(operation.Instance);
        if (instance is AgentValue && Known.IsFramework(method.ContainingType, "Agent"))
        {
            return method.Name == "Draws" && Evaluated(operation.Arguments[0].Value) is Uniform purpose ? new StreamValue(purpose.Text, 0)
                : throw new Unsupported(operation.Syntax, $"me.{method.Name}() has an effect");
        }
        if (instance is StreamValue stream)
            return Draw(stream, operation);
        instance = instance == null ? null : Read(instance);
        if (operation.Arguments.Any(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out))
            return InlineByReference(method, instance, operation.Arguments, operation);
        var values = InOrder(operation);
        if (instance is Uniform { Type: var type } column && Known.IsColumn(type) && method.Name == "Pending" && values[0] is RowValue)
            return OwnPlace(column.Text, type, "Next", column.IsSafe, ((INamedTypeSymbol)type).TypeArguments[0], operation.Syntax);
        return values.All(value => value is Uniform) && instance is null or Uniform ? InvokeForAll(method, instance as Uniform, values, operation)
            : InvokeForEach(method, instance, values, operation);
    }

    /// <summary>Arguments by parameter, worked out in the order in which they stand: named ones may stand in another.</summary>
    private Value[] InOrder(IInvocationOperation operation)
    {
        var values = new Value[operation.Arguments.Length];
        foreach (var argument in operation.Arguments)
            values[argument.Parameter!.Ordinal] = Evaluated(argument.Value);
        return values;
    }

    private Value InvokeForAll(IMethodSymbol method, Uniform? instance, Value[] values, IOperation operation)
    {
        if (!purity.Of(method))
            throw new Unsupported(operation.Syntax, $"{method.Name} may have an effect");
        if (CanBeNamed(method))
            return new Uniform(Text(method, instance?.Text, values.Select(value => ((Uniform)value).Text)), operation.Type!);
        return HasText(method) ? Inline(method, instance, values, operation) : throw new Unsupported(operation.Syntax, $"{method.Name} is out of reach");
    }

    private Value InvokeForEach(IMethodSymbol method, Value? instance, Value[] values, IInvocationOperation operation)
    {
        if (method.ContainingType.ToDisplayString() is "System.Math" or "System.MathF" or "float" or "double" && Mathematics(method, values, operation) is { } known)
            return known;
        if (method.IsStatic && OverVectors(method, values, operation) is { } wide)
            return wide;
        if (instance is null or Uniform && Bulk(method, instance is Uniform owner ? owner.Text : LaneTypes.Full(method.ContainingType), values, operation) is { } bulk)
            return bulk;
        Unsupported? problem = null;
        if (HasText(method))
        {
            var (before, outer, me, notes, answers) = (bindings.Copy(), path, self, Notes.Count, Asked.Count);
            try
            {
                return Inline(method, instance, values, operation);
            }
            catch (Unsupported found)
            {
                (problem, bindings, path, self) = (found, before, outer, me);
                Notes.RemoveRange(notes, Notes.Count - notes);
                Asked.RemoveRange(answers, Asked.Count - answers);
            }
        }
        var isPlain = instance is null or Uniform && values.All(value => value is Node or Uniform or RowValue);
        if (!isPlain || !purity.Of(method) || !CanBeNamed(method))
            throw problem ?? new Unsupported(operation.Syntax, $"'{Short(operation.Syntax)}' cannot be asked over lanes");
        if (values.Any(value => value is RowValue) && HasText(method) && ReadsStored(method.DeclaringSyntaxReferences[0].GetSyntax()))
            throw new Unsupported(operation.Syntax, $"{method.Name} reads what the rule has written just before");
        var lane = 0;
        var texts = values.Select(value => value is Uniform same ? same.Text : $"{{{lane++}}}").ToList();
        var asked = instance is Uniform { Text: not "this" } table ? Hoist(table) : (instance as Uniform)?.Text;
        return Ask(Text(method, asked, texts), operation.Type!, values.Where(value => value is not Uniform), operation.Syntax, isCoherent: !values.Any(value => value is RowValue));
    }

    // A local function is known within its method only.
    private bool CanBeNamed(IMethodSymbol method) => method.MethodKind != MethodKind.LocalFunction && compilation.IsSymbolAccessibleWithin(method, rule);

    private static string Text(IMethodSymbol method, string? instance, IEnumerable<string> arguments)
    {
        var generic = method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(LaneTypes.Full))}>";
        return $"{instance ?? LaneTypes.Full(method.ContainingType)}.{method.Name}{generic}({string.Join(", ", arguments)})";
    }

    private Value InlineByReference(IMethodSymbol method, Value? instance, IReadOnlyList<IArgumentOperation> arguments, IOperation operation)
    {
        if (!HasText(method))
            throw new Unsupported(operation.Syntax, $"{method.Name} takes an argument by reference");
        var values = new Value?[arguments.Count];
        foreach (var argument in arguments)
        {
            var (parameter, value) = (argument.Parameter!, argument.Value);
            if (parameter.RefKind is not (RefKind.Ref or RefKind.Out))
            {
                values[parameter.Ordinal] = Evaluated(value);
                continue;
            }
            var target = value is IDeclarationExpressionOperation declared ? declared.Expression : value;
            aliases[parameter] = target switch
            {
                ILocalReferenceOperation local => Alias(local.Local),
                IParameterReferenceOperation outer when bindings.Locals.ContainsKey(Alias(outer.Parameter)) => Alias(outer.Parameter),
                _ => throw new Unsupported(value.Syntax, $"'{value.Syntax}' is passed by reference"),
            };
            // A variable that is declared here has no value yet, but is known.
            if (!bindings.Locals.ContainsKey(aliases[parameter]))
                bindings.Locals[aliases[parameter]] = null;
        }
        return Inline(method, instance, values, operation);
    }

    /// <summary>Follows a method's own text.</summary>
    private Value Inline(IMethodSymbol method, Value? instance, Value?[] values, IOperation at)
    {
        method = method.PartialImplementationPart ?? method;
        if (++depth > MostDepth)
            throw new Unsupported(at.Syntax, $"{method.Name} calls too deep");
        var outer = self;
        try
        {
            var parameters = method.OriginalDefinition.Parameters;
            if (method.OriginalDefinition.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver })
                bindings.Locals[receiver] = instance;
            else if (!method.IsStatic)
                self = instance;
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] != null)
                {
                    aliases.Remove(parameters[i]);
                    bindings.Locals[parameters[i]] = values[i];
                }
            }
            var statements = Statements(method.OriginalDefinition);
            // A getter that returns a reference is the place itself.
            if (method.ReturnsByRef && statements.Length == 1 && statements[0] is IReturnOperation { ReturnedValue: { } place })
                return Evaluate(place);
            var result = Sequence(statements, 0);
            return result is null or Nothing ? Nothing.It : Read(result);
        }
        finally
        {
            self = outer;
            depth--;
        }
    }

    /// <summary>What the base library and vectors do alike, bit for bit.</summary>
    private Value? Mathematics(IMethodSymbol method, Value[] values, IOperation operation)
    {
        if (values.Length == 0 || values.Any(value => value is not (Node or Uniform or RowValue)))
            return null;
        var lanes = values.Select(value => Lanes(value, operation.Syntax)).ToArray();
        var (first, type) = (lanes[0], operation.Type!);
        if (lanes.Any(lane => lane.Lanes != first.Lanes) || LaneTypes.Size(first.Type) < 4)
            return null;
        var isReal = first.Lanes is LaneType.Float or LaneType.Double;
        switch (method.Name)
        {
            // With a constant -0 the compiler at run time makes Min(0, -0) 0, which vectors do not: what it does there is asked lane by lane.
            case "Min" when values.Any(value => value is Uniform { Constant: float and 0 or double and 0 } same && same.Text.Contains("-")):
                return null;
            case "Min" or "Max" when lanes.Length == 2:
                return Formula(first.Lanes, type, $"Vector.{method.Name}({{0}}, {{1}})", lanes);
            // The least whole number has no magnitude: Math.Abs throws.
            case "Abs" when isReal:
                return Formula(first.Lanes, type, "Vector.Abs({0})", lanes);
            case "Floor" or "Ceiling" or "Truncate" when isReal:
                return Formula(first.Lanes, type, $"Vector.{method.Name}({{0}})", lanes);
            case "Sqrt":
                var root = Formula(first.Lanes, type, "Vector.SquareRoot({0})", lanes);
                root.IsDear = true;
                return root;
            case "IsNaN":
                return Not(Compare("==", first, first), operation.Syntax);
            case "Clamp" when lanes.Length == 3 && values[1] is Uniform least && values[2] is Uniform most:
                if (!least.IsConstant || !most.IsConstant || !(System.Convert.ToDouble(least.Constant) <= System.Convert.ToDouble(most.Constant)))
                    LeftForAll.Add($"!({least.Text} <= {most.Text})"); // throws, or is not a number
                var isHigh = Compare(">", first, lanes[2]);
                return Choose(Compare("<", first, lanes[1]), lanes[1], Choose(isHigh, lanes[2], first, operation.Syntax), operation.Syntax);
        }
        return null;
    }

    /// <summary>An overload of the same name that takes vectors where lanes are given: Functions.Exp, Functions.Within.</summary>
    private Node? OverVectors(IMethodSymbol method, Value[] values, IOperation operation)
    {
        foreach (var other in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (other.Parameters.Length != values.Length || !IsVectorOf(other.ReturnType, method.ReturnType))
                continue;
            var (nodes, texts) = (new List<Node>(), new List<string>());
            for (var i = 0; i < values.Length; i++)
            {
                var (taken, given) = (other.Parameters[i].Type, method.Parameters[i].Type);
                if (IsVectorOf(taken, given))
                {
                    texts.Add($"{{{nodes.Count}}}");
                    nodes.Add(Lanes(values[i], operation.Syntax));
                }
                else if (values[i] is Uniform same && SymbolEqualityComparer.Default.Equals(taken, given))
                    texts.Add(same.Text);
            }
            if (texts.Count < values.Length || nodes.Count == 0)
                continue;
            var node = Formula(nodes[0].Lanes, operation.Type!, Text(other, null, texts), [.. nodes]);
            node.IsDear = method.Name != "Within";
            return node;
        }
        return null;
    }

    private static bool IsVectorOf(ITypeSymbol vector, ITypeSymbol element) =>
        vector is INamedTypeSymbol { Name: "Vector", TypeArguments.Length: 1 } wide && SymbolEqualityComparer.Default.Equals(wide.TypeArguments[0], element);

    /// <summary>A method marked [BulkForm(name)] does for many rows what the member does for one.</summary>
    private Node? Bulk(ISymbol member, string owner, Value[] values, IOperation operation)
    {
        var name = member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name;
        var form = member.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => method.GetAttributes().Any(
            attribute => Known.IsFramework(attribute.AttributeClass, "BulkFormAttribute") && Equals(attribute.ConstructorArguments[0].Value, name)));
        if (form == null || !compilation.IsSymbolAccessibleWithin(form, rule))
            return null;
        var isInPlace = form.Parameters.Length == values.Length;
        var (lanes, texts) = (new List<Value>(), new List<string>());
        foreach (var value in values)
        {
            if (value is Uniform or RowValue)
                texts.Add(value is Uniform same ? same.Text : "block.From");
            else
            {
                texts.Add(isInPlace ? "{out}" : $"{{{lanes.Count}}}");
                lanes.Add(value);
            }
        }
        if (!isInPlace)
            texts.Add("{out}");
        var canAskOne = member is IMethodSymbol && lanes.Count == 1 && values.All(value => value is Uniform or Node) && compilation.IsSymbolAccessibleWithin(member, rule);
        return Make(new Call(CallKind.Bulk, $"{owner}.{form.Name}({string.Join(", ", texts)});")
        {
            Arguments = Arguments(lanes, operation.Syntax),
            Results = [operation.Type!],
            IsInPlace = isInPlace,
            ForOne = canAskOne ? $"{owner}.{member.Name}({string.Join(", ", values.Select(value => value is Uniform same ? same.Text : "{0}"))})" : null,
            Source = Short(operation.Syntax),
        })[0];
    }
}
