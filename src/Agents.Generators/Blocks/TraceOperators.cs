using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>Operators and patterns.</content>
internal sealed partial class Trace
{
    private Value Unary(IUnaryOperation operation)
    {
        var value = Evaluated(operation.Operand);
        var sign = operation.OperatorKind switch
        {
            UnaryOperatorKind.Minus => "-",
            UnaryOperatorKind.Plus => "+",
            UnaryOperatorKind.Not => "!",
            UnaryOperatorKind.BitwiseNegation => "~",
            _ => throw new Unsupported(operation.Syntax, $"operator {operation.OperatorKind} has no form over lanes"),
        };
        if (value is Uniform uniform)
            return new Uniform($"({sign}{uniform.Text})", operation.Type!) { IsSafe = uniform.IsSafe };
        if (operation.OperatorMethod != null && LaneTypes.TryOf(operation.Type!) == null)
            throw new Unsupported(operation.Syntax, $"an operator of {operation.OperatorMethod.ContainingType.Name} has no form over lanes");
        var node = Lanes(value, operation.Syntax);
        return sign switch
        {
            "+" => node,
            "!" => Mask("~{0}", node),
            // An enumeration of a small type is not widened by C#, so that what is above its bits has to go.
            "~" when LaneTypes.Size(operation.Type!) < 4 => Narrowed(Formula(node.Lanes, Int, "(~{0})", node), operation.Type!),
            _ => Formula(node.Lanes, operation.Type!, $"({sign}{{0}})", node),
        };
    }

    private Value Binary(IBinaryOperation operation)
    {
        if (operation.IsChecked && operation.Type!.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double))
            throw new Unsupported(operation.Syntax, "checked arithmetic has no form over lanes");
        if (operation.OperatorMethod != null && (operation.LeftOperand.Type is not { } type || LaneTypes.TryOf(type) == null && !type.IsReferenceType))
        {
            if (Evaluated(operation.LeftOperand) is not Uniform || Evaluated(operation.RightOperand) is not Uniform)
                throw new Unsupported(operation.Syntax, $"an operator of {operation.OperatorMethod.ContainingType.Name} has no form over lanes");
        }
        var left = Evaluated(operation.LeftOperand);
        return operation.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd => And(left, () => Evaluated(operation.RightOperand), operation.Syntax),
            BinaryOperatorKind.ConditionalOr => Or(left, () => Evaluated(operation.RightOperand), operation.Syntax),
            _ => Arithmetic(operation.OperatorKind, left, Evaluated(operation.RightOperand), operation.Type!, operation),
        };
    }

    /// <summary>The second condition is asked only where the first holds.</summary>
    private Value And(Value left, Func<Value> right, SyntaxNode at)
    {
        if (left is Uniform { IsConstant: true } known)
            return (bool)known.Constant! ? right() : left;
        var (first, second) = (left, Under(left, true, right, at));
        if (first is Uniform a && second is Uniform b)
            return new Uniform($"({a.Text} && {b.Text})", Bool) { IsSafe = a.IsSafe && b.IsSafe };
        if (IsConstant(second, true))
            return first;
        return first is Uniform whole ? Choose(whole, second, Constant(false, Bool), at) : Mask("({0} & {1})", Lanes(first, at), Lanes(second, at));
    }

    /// <summary>The second condition is asked only where the first does not hold.</summary>
    private Value Or(Value left, Func<Value> right, SyntaxNode at)
    {
        if (left is Uniform { IsConstant: true } known)
            return (bool)known.Constant! ? left : right();
        return Or(left, Under(left, false, right, at), at);
    }

    private Value Or(Value first, Value second, SyntaxNode at)
    {
        if (first is Uniform a && second is Uniform b)
            return new Uniform($"({a.Text} || {b.Text})", Bool) { IsSafe = a.IsSafe && b.IsSafe };
        return first is Uniform whole ? Choose(whole, Constant(true, Bool), second, at) : Mask("({0} | {1})", Lanes(first, at), Lanes(second, at));
    }

    // What it assigns or draws, it does only where it is asked.
    private Value Under(Value condition, bool holds, Func<Value> asked, SyntaxNode at)
    {
        var (outer, before) = (path, bindings.Copy());
        path = Narrow(outer, condition, holds);
        var value = asked();
        path = outer;
        var after = bindings;
        bindings = holds ? Merge(condition, after, before, at) : Merge(condition, before, after, at);
        // Variables of a pattern are known where it holds, and C# lets nobody else ask.
        foreach (var local in after.Locals.Where(local => !before.Locals.ContainsKey(local.Key)))
            bindings.Locals[local.Key] = local.Value;
        return value;
    }

    private Value Not(Value value, SyntaxNode at) =>
        value is Uniform uniform ? new Uniform($"(!{uniform.Text})", Bool) { IsSafe = uniform.IsSafe } : Mask("~{0}", Lanes(value, at));

    private Value Arithmetic(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol type, IOperation at)
    {
        var sign = SignOf(kind, at);
        if (left is Uniform a && right is Uniform b)
        {
            var canThrow = sign is "/" or "%" && LaneTypes.TryOf(a.Type) is not (LaneType.Float or LaneType.Double);
            if (canThrow && b is { IsConstant: true, Constant: { } by } && System.Convert.ToDecimal(by) == 0)
                throw new Unsupported(at.Syntax, $"'{at.Syntax}' divides by zero");
            // What the text keeps in a variable may stand here as a constant, whose overflow the compiler would not have.
            var same = new Uniform($"unchecked({a.Text} {sign} {b.Text})", type) { IsSafe = a.IsSafe && b.IsSafe && !canThrow };
            return canThrow ? Throwing(same, at.Syntax) : same;
        }
        if (sign is "<<" or ">>" or ">>>")
            return Shift(sign, Lanes(left, at.Syntax), right, type, at);
        var (x, y) = (Lanes(left, at.Syntax), Lanes(right, at.Syntax));
        if (x.Lanes != y.Lanes)
            throw new Unsupported(at.Syntax, $"{x.Type.Name} {sign} {y.Type.Name} has no form over lanes");
        if (sign is "==" or "!=" or "<" or "<=" or ">" or ">=")
            return Compare(sign, x, y);
        if (x.Lanes == LaneType.Mask)
            return Mask($"({{0}} {sign} {{1}})", x, y);
        if (sign == "%" || sign == "/" && x.Lanes is not (LaneType.Float or LaneType.Double))
            return Ask($"({{0}} {sign} {{1}})", type, [x, y], at.Syntax, isCoherent: false);
        // C# widens small numbers, but not small enumerations: what is above their bits has to go.
        return LaneTypes.Size(type) < 4 && sign is "+" or "-" or "*" ? Narrowed(Formula(x.Lanes, Int, $"({{0}} {sign} {{1}})", x, y), type) : Formula(x.Lanes, type, $"({{0}} {sign} {{1}})", x, y);
    }

    private static string SignOf(BinaryOperatorKind kind, IOperation at) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        BinaryOperatorKind.LeftShift => "<<",
        BinaryOperatorKind.RightShift => ">>",
        BinaryOperatorKind.UnsignedRightShift => ">>>",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        BinaryOperatorKind.Equals => "==",
        BinaryOperatorKind.NotEquals => "!=",
        _ => throw new Unsupported(at.Syntax, $"operator {kind} has no form over lanes"),
    };

    private Node Compare(string sign, Node x, Node y)
    {
        if (x.Lanes == LaneType.Mask)
            return Mask(sign == "==" ? "~({0} ^ {1})" : "({0} ^ {1})", x, y);
        var name = sign switch
        {
            "<" => "LessThan",
            "<=" => "LessThanOrEqual",
            ">" => "GreaterThan",
            ">=" => "GreaterThanOrEqual",
            _ => "Equals",
        };
        var text = $"Vector.{name}({{0}}, {{1}})";
        var mask = x.Lanes switch
        {
            LaneType.Double or LaneType.Long => Formula(Shape.ComparePair, LaneType.Mask, Bool, text, x, y),
            LaneType.ULong => Formula(Shape.ComparePair, LaneType.Mask, Bool, $"Vector.AsVectorInt64({text})", x, y),
            LaneType.UInt => Mask($"Vector.AsVectorInt32({text})", x, y),
            _ => Mask(text, x, y),
        };
        // Whatever is compared with what is not a number is unequal.
        return sign == "!=" ? Mask("~{0}", mask) : mask;
    }

    private Node Shift(string sign, Node x, Value right, ITypeSymbol type, IOperation at)
    {
        if (right is not Uniform by)
            return Ask($"({{0}} {sign} {{1}})", type, [x, Lanes(right, at.Syntax)], at.Syntax, isCoherent: false);
        return Formula(x.Lanes, type, $"({{0}} {sign} ({by.Text} & {(x.Lanes.IsPair() ? 63 : 31)}))", x);
    }

    // A pattern finds what is not a number, though it equals nothing.
    private Value IsNotANumber(Value value, SyntaxNode at)
    {
        if (value is Uniform same)
            return new Uniform($"{LaneTypes.Full(same.Type)}.IsNaN({same.Text})", Bool) { IsSafe = same.IsSafe };
        var lanes = Lanes(value, at);
        return Not(Compare("==", lanes, lanes), at);
    }

    private Value Test(Value value, IPatternOperation pattern, SyntaxNode at)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Constant(true, Bool);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: float.NaN or double.NaN } }:
                return IsNotANumber(value, at);
            case IConstantPatternOperation constant:
                return Arithmetic(BinaryOperatorKind.Equals, value, Evaluated(constant.Value), Bool, constant);
            case INegatedPatternOperation not:
                return Not(Test(value, not.Pattern, at), at);
            case IRelationalPatternOperation relation:
                return Arithmetic(relation.OperatorKind, value, Evaluated(relation.Value), Bool, relation);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Or(Test(value, either.LeftPattern, at), Test(value, either.RightPattern, at), at);
            case IBinaryPatternOperation both:
                return And(Test(value, both.LeftPattern, at), () => Test(value, both.RightPattern, at), at);
            case IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: { } named }: // var x
                bindings.Locals[named] = value;
                return Constant(true, Bool);
            default:
                throw new Unsupported(at, $"a pattern of kind {pattern.Kind} has no form over lanes");
        }
    }
}
