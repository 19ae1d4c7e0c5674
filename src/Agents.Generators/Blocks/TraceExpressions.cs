using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>Expressions: constants, conversions, assignments, choices.</content>
internal sealed partial class Trace
{
    private const int MostSteps = 100_000;

    private int steps;

    private Value Evaluate(IOperation operation)
    {
        // Branches that return on some ways only are followed once for each way: a text of many of them is left as it is.
        if (++steps > MostSteps)
            throw new Unsupported(operation.Syntax, $"the rule's ways through its branches take more than {MostSteps} steps to follow");
        if (operation.ConstantValue is { HasValue: true } constant)
            return constant.Value == null ? new Uniform("null", operation.Type ?? compilation.ObjectType) { IsSafe = true } : Constant(constant.Value, operation.Type!);
        switch (operation)
        {
            case IConversionOperation conversion:
                return Convert(conversion);
            case IParenthesizedOperation inner:
                return Evaluate(inner.Operand);
            case IInstanceReferenceOperation:
                return self!;
            case ILocalReferenceOperation local:
                return Local(local.Local, local);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter);
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IArrayElementReferenceOperation element:
                return Element(Evaluated(element.ArrayReference), [.. element.Indices.Select(Evaluated)], element);
            case IInlineArrayAccessOperation element:
                return Element(Evaluated(element.Instance), [Evaluated(element.Argument)], element);
            case IUnaryOperation unary:
                return Unary(unary);
            case IBinaryOperation binary:
                return Binary(binary);
            case IConditionalOperation choice:
                return Guarded(Evaluated(choice.Condition), () => Evaluated(choice.WhenTrue), () => Evaluated(choice.WhenFalse!), choice.Syntax);
            case ISwitchExpressionOperation choice:
                return Switch(Evaluated(choice.Value), choice, 0);
            case IIsPatternOperation test:
                return Test(Evaluated(test.Value), test.Pattern, test.Syntax);
            case ITupleOperation tuple:
                return new TupleValue([.. tuple.Elements.Select(Evaluated)]);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Assign(assignment.Target, Evaluated(assignment.Value), assignment);
            case ICompoundAssignmentOperation compound:
                return Compound(compound);
            case IIncrementOrDecrementOperation step:
                return Increment(step);
            case IDeconstructionAssignmentOperation parts:
                return Deconstruct(parts);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IDefaultValueOperation { Type: { } type }:
                return new Uniform($"default({LaneTypes.Full(type)})", type) { IsSafe = true };
            case IInvocationOperation call:
                return Invoke(call);
        }
        throw new Unsupported(operation.Syntax, $"'{operation.Syntax}' ({operation.Kind}) has no form over lanes");
    }

    private Value Local(ISymbol local, IOperation at) =>
        bindings.Locals.TryGetValue(Alias(local), out var value) && value != null ? value : throw new Unsupported(at.Syntax, $"{local.Name} is not known here");

    private Value Parameter(IParameterReferenceOperation at)
    {
        if (bindings.Locals.ContainsKey(Alias(at.Parameter)))
            return Local(at.Parameter, at);
        if (at.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor || self is not Uniform owner)
            throw new Unsupported(at.Syntax, $"{at.Parameter.Name} is not known here");
        // A parameter that a primary constructor keeps is a field under a name that only the compiler writes.
        return owner.Text == "this" ? new Uniform(at.Parameter.Name, at.Type!) { IsSafe = true }
            : new Uniform(Reached(owner, constructor.ContainingType, at.Parameter.Name, $"<{at.Parameter.Name}>P", at.Type!, at.Syntax), at.Type!) { IsSafe = owner.IsSafe && owner.Type.IsValueType };
    }

    private static Uniform Constant(object value, ITypeSymbol type)
    {
        var number = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
        var text = value switch
        {
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float x => (x == 0 && 1 / x < 0 ? "-0" : x.ToString("R", System.Globalization.CultureInfo.InvariantCulture)) + "f",
            double x => (x == 0 && 1 / x < 0 ? "-0" : x.ToString("R", System.Globalization.CultureInfo.InvariantCulture)) + "d",
            uint => number + "u",
            long => number + "L",
            ulong => number + "UL",
            _ => number,
        };
        if (type.TypeKind == TypeKind.Enum || value is byte or short or ushort or sbyte)
            text = $"(({LaneTypes.Full(type)})({text}))";
        else if (text[0] == '-')
            text = $"({text})";
        return new Uniform(text, type) { IsConstant = true, Constant = value, IsSafe = true };
    }

    private Value Convert(IConversionOperation operation)
    {
        var value = Evaluated(operation.Operand);
        if (operation.OperatorMethod is { } own)
        {
            return value is Uniform whole && purity.Of(own) ? new Uniform($"(({LaneTypes.Full(operation.Type!)})({whole.Text}))", operation.Type!)
                : throw new Unsupported(operation.Syntax, $"the conversion of {own.ContainingType.Name} has no form over lanes");
        }
        return value is AgentValue or PendingValue or StreamValue || operation.Conversion.IsIdentity ? value
            : value is TupleValue tuple ? tuple
            : Cast(value, operation.Operand.Type, operation.Type!, operation);
    }

    private Value Cast(Value value, ITypeSymbol? from, ITypeSymbol to, IOperation at)
    {
        if (from == null || SymbolEqualityComparer.Default.Equals(from, to))
            return value;
        if (value is Uniform uniform)
        {
            return to.IsReferenceType ? new Uniform(uniform.Text, to) { IsSafe = uniform.IsSafe, Column = uniform.Column }
                : new Uniform($"unchecked(({LaneTypes.Full(to)})({uniform.Text}))", to) { IsSafe = uniform.IsSafe };
        }
        if (value is RowValue && to.SpecialType == SpecialType.System_Int32)
            return value;
        return CastLanes(Lanes(value, at.Syntax), to, at);
    }

    private Node CastLanes(Node node, ITypeSymbol to, IOperation at)
    {
        var lanes = LaneTypes.Of(to, at.Syntax);
        switch (node.Lanes, lanes)
        {
            case (LaneType.Int, LaneType.Int):
                return Narrowed(node, to);
            case (LaneType.UInt, LaneType.Int):
                return Narrowed(Formula(LaneType.Int, Int, "Vector.AsVectorInt32({0})", node), to);
            case (LaneType.Long, LaneType.Int):
                return Narrowed(Formula(Shape.Narrow, LaneType.Int, Int, "Vector.Narrow({0}, {1})", node), to);
            case (LaneType.ULong, LaneType.Int):
                return Narrowed(Formula(Shape.Narrow, LaneType.Int, Int, "Vector.AsVectorInt32(Vector.Narrow({0}, {1}))", node), to);
            case (LaneType.Float, LaneType.Int) when LaneTypes.Size(to) == 4:
                return Formula(lanes, to, "Vector.ConvertToInt32({0})", node);
            case (LaneType.Int, LaneType.Float):
                return Formula(lanes, to, "Vector.ConvertToSingle({0})", node);
            case (LaneType.Double, LaneType.Float):
                return Formula(Shape.Narrow, lanes, to, "Vector.Narrow({0}, {1})", node);
            case (LaneType.Float, LaneType.Double):
                return Formula(Shape.Widen, lanes, to, "{0}", node);
            case (LaneType.Int, LaneType.Double):
                return Formula(Shape.Widen, lanes, to, "Vector.ConvertToDouble({0})", node);
            case (LaneType.UInt, LaneType.Double):
                return Formula(Shape.Widen, lanes, to, "Vector.ConvertToDouble(Vector.AsVectorInt64({0}))", node);
            case (LaneType.Int, LaneType.UInt):
                return Formula(lanes, to, "Vector.AsVectorUInt32({0})", node);
            case (LaneType.Int, LaneType.Long):
                return Formula(Shape.Widen, lanes, to, "{0}", node);
            case (LaneType.Int, LaneType.ULong):
                return Formula(Shape.Widen, lanes, to, "Vector.AsVectorUInt64({0})", node);
            case (LaneType.UInt, LaneType.Long):
                return Formula(Shape.Widen, lanes, to, "Vector.AsVectorInt64({0})", node);
            case (LaneType.UInt, LaneType.ULong):
                return Formula(Shape.Widen, lanes, to, "{0}", node);
            case (LaneType.Long, LaneType.ULong):
                return Formula(lanes, to, "Vector.AsVectorUInt64({0})", node);
            case (LaneType.ULong, LaneType.Long):
                return Formula(lanes, to, "Vector.AsVectorInt64({0})", node);
        }
        return node.Lanes == lanes && LaneTypes.Size(node.Type) == LaneTypes.Size(to) ? node
            : Ask($"unchecked(({LaneTypes.Full(to)})({{0}}))", to, [node], at.Syntax, isCoherent: false);
    }

    /// <summary>A whole number cut to the bits of a type.</summary>
    private Node Narrowed(Node node, ITypeSymbol to)
    {
        var size = LaneTypes.Size(to);
        if (size == 4 || size == LaneTypes.Size(node.Type) && LaneTypes.IsSigned(to) == LaneTypes.IsSigned(node.Type))
            return Formula(LaneType.Int, to, "{0}", node);
        return LaneTypes.IsSigned(to) ? Formula(LaneType.Int, to, $"(({{0}} << {32 - 8 * size}) >> {32 - 8 * size})", node)
            : Formula(LaneType.Int, to, $"({{0}} & new Vector<int>({(size == 1 ? 255 : 65535)}))", node);
    }

    private Value Compound(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod != null && compound.Type?.SpecialType == SpecialType.None && compound.Type.TypeKind != TypeKind.Enum)
            throw new Unsupported(compound.Syntax, $"an operator of {compound.OperatorMethod.ContainingType.Name} has no form over lanes");
        var (type, left) = (compound.Target.Type!, Evaluated(compound.Target));
        var right = Evaluated(compound.Value);
        // What C# does: both sides are made alike, and the result is made what the target is.
        var common = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift
            ? (LaneTypes.Size(type) < 4 ? Int : type)
            : type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean ? type : compound.Value.Type!;
        var result = Arithmetic(compound.OperatorKind, Cast(left, type, common, compound), right, common, compound);
        return Assign(compound.Target, Cast(result, common, type, compound), compound);
    }

    private Value Increment(IIncrementOrDecrementOperation step)
    {
        if (step.OperatorMethod != null)
            throw new Unsupported(step.Syntax, $"an operator of {step.OperatorMethod.ContainingType.Name} has no form over lanes");
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var (old, type) = (Evaluated(step.Target), step.Target.Type!);
        var common = LaneTypes.Size(type) < 4 && type.TypeKind != TypeKind.Enum ? Int : type;
        var one = common.SpecialType switch
        {
            SpecialType.System_Single => Constant(1f, common),
            SpecialType.System_Double => Constant(1d, common),
            SpecialType.System_UInt32 => Constant(1u, common),
            SpecialType.System_Int64 => Constant(1L, common),
            SpecialType.System_UInt64 => Constant(1UL, common),
            _ => Constant(1, Int),
        };
        var next = Cast(Arithmetic(kind, Cast(old, type, common, step), one, common, step), common, type, step);
        Assign(step.Target, next, step);
        return step.IsPostfix ? old : next;
    }

    private Value Assign(IOperation target, Value value, IOperation at)
    {
        switch (target)
        {
            case IDiscardOperation:
                return value;
            case ILocalReferenceOperation local:
                return bindings.Locals[Alias(local.Local)] = value;
            case IParameterReferenceOperation parameter when bindings.Locals.ContainsKey(Alias(parameter.Parameter)):
                return bindings.Locals[Alias(parameter.Parameter)] = value;
        }
        if (Evaluate(target) is not Place place)
            throw new Unsupported(at.Syntax, $"'{at.Syntax}' writes what is not the agent's own row of a column");
        Store(place, value, at.Syntax);
        return value;
    }

    private TupleValue Deconstruct(IDeconstructionAssignmentOperation operation)
    {
        var target = operation.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : operation.Target;
        if (target is not ITupleOperation names || Evaluated(operation.Value) is not TupleValue values)
            throw new Unsupported(operation.Syntax, "a deconstruction of what is no tuple has no form over lanes");
        var read = values.Items.Select(Read).ToList();
        for (var i = 0; i < names.Elements.Length; i++)
            Assign(names.Elements[i] is IDeclarationExpressionOperation declared ? declared.Expression : names.Elements[i], read[i], operation);
        return values;
    }

    private Value Switch(Value value, ISwitchExpressionOperation choice, int at)
    {
        var arm = choice.Arms[at];
        var condition = arm.Guard == null ? Test(value, arm.Pattern, arm.Syntax)
            : And(Test(value, arm.Pattern, arm.Syntax), () => Evaluated(arm.Guard), arm.Syntax);
        if (IsConstant(condition, true))
            return Evaluated(arm.Value);
        if (at == choice.Arms.Length - 1)
            throw new Unsupported(choice.Syntax, "a switch without a discard arm can throw");
        return Guarded(condition, () => Evaluated(arm.Value), () => Switch(value, choice, at + 1), arm.Syntax);
    }
}
