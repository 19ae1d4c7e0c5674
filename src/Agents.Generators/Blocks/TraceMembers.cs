using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>Fields, properties and elements: what is the row's own, what is looked up, what is the same for all.</content>
internal sealed partial class Trace
{
    private const string Population = "population";

    private readonly Dictionary<string, SyntaxNode> othersRead = [];

    private Value Field(IFieldReferenceOperation operation)
    {
        if (operation.Field.IsStatic)
            return new Uniform($"{LaneTypes.Full(operation.Field.ContainingType)}.{operation.Field.Name}", operation.Type!) { IsSafe = true };
        var owner = Evaluated(operation.Instance!);
        if (owner is TupleValue tuple && operation.Field.CorrespondingTupleField is { } named && int.TryParse(named.Name.Substring(4), out var at))
            return tuple.Items[at - 1];
        if (owner is not Uniform whole)
            throw new Unsupported(operation.Syntax, $"'{operation.Syntax}' is a field of what differs from agent to agent");
        return new Uniform(FieldText(whole, operation.Field, operation.Syntax), operation.Type!) { IsSafe = whole.IsSafe && (whole.Type.IsValueType || whole.Text == "this") };
    }

    /// <summary>A field's text; one out of reach is read by an accessor, which costs nothing.</summary>
    private string FieldText(Uniform owner, IFieldSymbol field, SyntaxNode at)
    {
        if (compilation.IsSymbolAccessibleWithin(field, rule))
            return $"{owner.Text}.{field.Name}";
        return field.CanBeReferencedByName ? Reached(owner, field.ContainingType, field.Name, field.Name, field.Type, at)
            : throw new Unsupported(at, $"{field.Name} of {field.ContainingType.Name} is out of reach");
    }

    /// <summary>A field that the rule may not name.</summary>
    private string Reached(Uniform owner, INamedTypeSymbol holder, string name, string storedAs, ITypeSymbol fieldType, SyntaxNode at)
    {
        if (holder.IsGenericType)
            throw new Unsupported(at, $"{name} of {holder.Name} is out of reach");
        var (type, isValue) = (LaneTypes.Full(holder), holder.IsValueType);
        var key = $"{type}.{name}";
        if (!Accessors.TryGetValue(key, out var accessor))
        {
            accessor.Name = $"{holder.Name}_{name}";
            accessor.Text = $"""
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "{storedAs}")]
                private static extern ref {LaneTypes.Full(fieldType)} {accessor.Name}({(isValue ? "ref " : "")}{type} owner);
                """;
            Accessors[key] = accessor;
        }
        return isValue ? $"{accessor.Name}(ref Unsafe.AsRef(in {owner.Text}))" : $"{accessor.Name}({owner.Text})";
    }

    private Value Property(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        var instance = operation.Instance == null ? null : Evaluated(operation.Instance);
        if (instance is AgentValue && Known.IsFramework(property.ContainingType, "Agent"))
            return OfAgent(property.Name, operation);
        if (instance is PendingValue && Known.IsFramework(property.ContainingType, "Pending"))
            return property.Name == "Row" ? RowValue.It : new Uniform(Population, operation.Type!) { IsSafe = true };
        if (property.IsIndexer)
            return Element(instance, [.. operation.Arguments.Select(argument => Evaluated(argument.Value))], operation);
        if (property.IsStatic && instance == null)
        {
            RequirePure(property, operation.Syntax);
            return new Uniform($"{LaneTypes.Full(property.ContainingType)}.{property.Name}", operation.Type!) { IsSafe = true };
        }
        // me.Grievance of a view, or a property of the rule or of a small type of its own, whose text can be read.
        if (property.GetMethod is { } getter && HasText(getter) && !IsAuto(property) && (instance is not Uniform || instance is Uniform { Text: "this" } || property.ContainingType.IsValueType))
            return Inline(getter, instance, [], operation);
        if (instance is not Uniform whole)
            throw new Unsupported(operation.Syntax, $"'{operation.Syntax}' has no form over lanes");
        RequirePure(property, operation.Syntax);
        if (!compilation.IsSymbolAccessibleWithin(property, rule))
            throw new Unsupported(operation.Syntax, $"{property.Name} of {property.ContainingType.Name} is out of reach");
        return new Uniform($"{whole.Text}.{property.Name}", operation.Type!)
        {
            IsSafe = whole.Text == Population && whole.IsSafe,
            Column = Known.IsColumn(operation.Type!) ? property : whole.Column,
        };
    }

    // Once for the block is not once for each agent, where asking changes something.
    private void RequirePure(IPropertySymbol property, SyntaxNode at)
    {
        if (!purity.Of(property))
            throw new Unsupported(at, $"asking for {property.Name} may have an effect");
    }

    private Value OfAgent(string name, IOperation operation) => name switch
    {
        "Population" => new Uniform(Population, operation.Type!) { IsSafe = true },
        "Row" => RowValue.It,
        "Next" => PendingValue.It,
        "Moment" => new Uniform("block.Moment", operation.Type!) { IsSafe = true },
        "Id" => graph.Add(new Node(NodeKind.Id, LaneType.UInt, operation.Type!)),
        _ => throw new Unsupported(operation.Syntax, $"me.{name} has no form over lanes"),
    };

    private static bool IsAuto(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool HasText(IMethodSymbol method) => method is { DeclaringSyntaxReferences.Length: > 0, IsAbstract: false, IsExtern: false, IsVirtual: false, IsPartialDefinition: false };

    /// <summary>owner[index]: the row's own element, a look-up, or something that is the same for all.</summary>
    private Value Element(Value? owner, Value[] indices, IOperation operation)
    {
        if (owner is not Uniform whole || indices.Length != 1)
            throw new Unsupported(operation.Syntax, $"'{operation.Syntax}' looks up what differs from agent to agent");
        var indexer = (operation as IPropertyReferenceOperation)?.Property;
        if (indices[0] is RowValue && OwnPlace(whole, operation, indexer) is { } own)
            return own;
        NoteOther(whole, operation.Syntax);
        if (indices[0] is Uniform index)
            return Throwing(new Uniform($"{whole.Text}[{index.Text}]", operation.Type!), operation.Syntax);
        if (indexer != null && Bulk(indexer, whole.Text, indices, operation) is { } bulk)
            return bulk;
        return Ask($"{Hoist(whole)}[{{0}}]", operation.Type!, indices, operation.Syntax, isCoherent: whole.Type.TypeKind == TypeKind.Class && !Known.IsColumn(whole.Type));
    }

    /// <summary>The row's own element, or null where the thing does not lie in the order of rows.</summary>
    private Value? OwnPlace(Uniform owner, IOperation operation, IPropertySymbol? indexer)
    {
        var (element, at) = (operation.Type!, operation.Syntax);
        if (Known.IsColumn(owner.Type))
        {
            if (owner.Column != null && IsInRuns(owner.Column))
            {
                RunsOf = owner.Column;
                return new Uniform("ofRun", element) { IsSafe = true };
            }
            return OwnPlace(owner.Text, owner.Type, "Values", owner.IsSafe, element, at);
        }
        var member = owner.Text.Substring(owner.Text.LastIndexOf('.') + 1);
        if (owner.Column != null && owner.Type.Name is "Span" or "ReadOnlySpan" && member is "Values" or "All" or "Next")
            return OwnPlace(owner.Text.Substring(0, owner.Text.Length - member.Length - 1), owner.Column.Type, member, owner.IsSafe, element, at);
        if (owner.Type.Name is "Span" or "ReadOnlySpan")
            return new Place(owner.Text, element);
        if (owner.Type is IArrayTypeSymbol { Rank: 1 })
            return new Place($"((ReadOnlySpan<{LaneTypes.Full(element)}>){owner.Text})", element);
        return indexer != null && Known.Has(indexer, "ByRowAttribute") ? new Place($"{owner.Text}.Values", element) : null;
    }

    // Another's row of a column that is written in place, or of pending values, whatever the view of it.
    private void NoteOther(Uniform owner, SyntaxNode at)
    {
        if (owner.Column is { } column && (column.Type.Name is "Private" or "Scratch" || owner.Text.EndsWith(".Next", StringComparison.Ordinal)))
            othersRead[column.Name] = at;
    }

    /// <summary>A rule that writes what it reads of others depends on who comes first, which is another in a block.</summary>
    private void RequireNoOther()
    {
        foreach (var span in Written.Keys)
        {
            var parts = span.Split('.');
            if (othersRead.TryGetValue(parts[parts.Length - 2], out var at))
                throw new Unsupported(at, $"the rule writes {parts[parts.Length - 2]} and reads another agent's, so that it depends on who comes first: make it a State, of which all see what was committed");
        }
    }

    private static Place OwnPlace(string column, ITypeSymbol type, string member, bool isSafe, ITypeSymbol element, SyntaxNode at)
    {
        var isOwn = type.Name is "Private" or "Scratch";
        var isPending = member == "Next";
        // By another name the same column could be read that has just been written.
        if ((isOwn || isPending) && !column.StartsWith(Population + ".", StringComparison.Ordinal))
            throw new Unsupported(at, $"'{column}' is the agent's own: write me.{column.Substring(column.LastIndexOf('.') + 1)}");
        return new Place($"{column}.{(isOwn ? "All" : member)}", element) { IsColumn = isSafe, IsWritable = isOwn || isPending };
    }

    // One column only: its runs cut the block.
    private bool IsInRuns(IPropertySymbol column) =>
        Known.Has(column, "InRunsAttribute") && (RunsOf == null || SymbolEqualityComparer.Default.Equals(RunsOf, column));

    /// <summary>A table or a span that a loop asks: read once, before it.</summary>
    private string Hoist(Uniform owner)
    {
        var isTable = owner.Type.IsReferenceType || owner.Type.Name is "Span" or "ReadOnlySpan";
        if (!isTable || owner.Text is "this" or Population || path.Uniform != null && !owner.IsSafe && owner.Column == null)
            return owner.Text;
        if (!Hoisted.TryGetValue(owner.Text, out var name))
            Hoisted[owner.Text] = name = $"table{Hoisted.Count}";
        return name;
    }

    /// <summary>What each lane asks by itself.</summary>
    private Node Ask(string text, ITypeSymbol result, IEnumerable<Value> arguments, SyntaxNode at, bool isCoherent)
    {
        if (LaneTypes.TryOf(result) == null)
            throw new Unsupported(at, $"'{Short(at)}' is a {result.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, which no vector holds: ask for it where it is used, such as in the head of a loop");
        Notes.Add(new Note(NoteKind.LaneByLane, at.GetLocation(), $"'{Short(at)}' is worked out for each agent by itself"));
        return Make(new Call(CallKind.Lane, text) { Arguments = Arguments(arguments, at), Results = [result], IsCoherent = isCoherent, Source = Short(at) })[0];
    }

    /// <summary>What is the same for all rows and may throw is asked once, whether or not anybody needs the answer.</summary>
    private Uniform Throwing(Uniform asked, SyntaxNode at)
    {
        if (path.Lanes == null && LaneTypes.TryOf(asked.Type) != null)
            Asked.Add(Lanes(asked, at));
        return asked;
    }

    private Argument[] Arguments(IEnumerable<Value> values, SyntaxNode at) =>
        [.. values.Select(value => Lanes(value, at)).Select(node => new Argument(node, node.Type))];

    private Node[] Make(Call call)
    {
        call.Mask = call.Kind == CallKind.Bulk ? null : path.Lanes;
        call.Guard = path.Uniform;
        var results = graph.Add(call);
        if (call.Kind == CallKind.Lane && results.Length > 0)
            Asked.Add(results[0]);
        return results;
    }

    private static string Short(SyntaxNode at)
    {
        var text = string.Join(" ", at.ToString().Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}

/// <summary>The framework's own types and attributes, by name: the generator does not refer to it.</summary>
internal static class Known
{
    /// <summary>True for a type of the framework.</summary>
    public static bool IsFramework(ISymbol? symbol, string name) =>
        symbol is INamedTypeSymbol type && type.Name == name && type.ContainingNamespace?.ToDisplayString() is "Agents" or "Agents.Random" or "Agents.Spaces";

    /// <summary>True for a column.</summary>
    public static bool IsColumn(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsGenericType: true, Name: "Trait" or "State" or "Private" or "Scratch" or "Column" } column
        && column.ContainingNamespace?.ToDisplayString() == "Agents";

    /// <summary>True where the symbol has an attribute of the framework.</summary>
    public static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(one => IsFramework(one.AttributeClass, attribute));
}
