using System.Reflection;
using System.Reflection.Emit;

namespace Commands.Tests;

/// <summary>What the compiled code of a type uses: the types of its signatures, and the members that its methods name.</summary>
internal static class UsedMembers
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Every type and member that a type uses, its own lambdas and state machines included.</summary>
    public static IEnumerable<MemberInfo> Of(Type type)
    {
        List<MemberInfo?> used = [type.BaseType, .. type.GetInterfaces()];
        foreach (var field in type.GetFields(Declared))
            used.Add(field.FieldType);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            used.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            used.Add((method as MethodInfo)?.ReturnType);
            used.AddRange(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            used.AddRange(Named(method));
        }
        return used.OfType<MemberInfo>().SelectMany(WithParts).Concat(type.GetNestedTypes(Declared).SelectMany(Of)).Distinct();
    }

    private static IEnumerable<MemberInfo> WithParts(MemberInfo member)
    {
        yield return member;
        var types = member is Type self ? [self] : new[] { member.DeclaringType };
        foreach (var type in types.OfType<Type>())
        {
            yield return type;
            if (type.HasElementType)
            {
                foreach (var part in WithParts(type.GetElementType()!))
                    yield return part;
            }
            else if (type.IsGenericType && !type.IsGenericTypeDefinition)
            {
                yield return type.GetGenericTypeDefinition();
                foreach (var part in type.GetGenericArguments().SelectMany(WithParts))
                    yield return part;
            }
        }
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return Resolve(method, BitConverter.ToInt32(code, at));
            at += Length(operation.OperandType, code, at);
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token)
    {
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, method.DeclaringType!.GetGenericArguments(), ofMethod)!;
    }

    private static int Length(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
