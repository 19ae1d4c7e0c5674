namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for in records; the framework that compilers run on lacks it.</summary>
internal static class IsExternalInit;
